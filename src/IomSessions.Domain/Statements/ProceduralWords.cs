using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>Facts of procedure that can be told to the public, each while it is true.</summary>
public enum ProceduralFact
{
    Opened,
    Adjourned,
    Concluded,
}

/// <summary>The fixed words of procedural notices, in the official languages of the United Nations: nobody's pen can put more into one.</summary>
public static class ProceduralWords
{
    private static readonly ImmutableArray<(string Language, string Title, string Opened, string Adjourned, string Concluded)> Words =
    [
        ("en", "Procedural notice", "Mediation session {0} is open.", "Mediation session {0} is adjourned.", "Mediation session {0} is concluded."),
        ("fr", "Avis de procédure", "La session de médiation {0} est ouverte.", "La session de médiation {0} est ajournée.", "La session de médiation {0} est close."),
        ("es", "Aviso de procedimiento", "La sesión de mediación {0} está abierta.", "La sesión de mediación {0} está aplazada.", "La sesión de mediación {0} ha concluido."),
        ("ru", "Процедурное уведомление", "Медиационная сессия {0} открыта.", "В медиационной сессии {0} объявлен перерыв.", "Медиационная сессия {0} завершена."),
        ("zh", "程序性通知", "调解程序 {0} 已经开始。", "调解程序 {0} 现已休会。", "调解程序 {0} 已经结束。"),
        ("ar", "إشعار إجرائي", "جلسة الوساطة {0} مفتوحة.", "جلسة الوساطة {0} مؤجلة.", "اختُتمت جلسة الوساطة {0}."),
    ];

    /// <summary>The notice in those of the languages in which there are words for it; at least in English.</summary>
    public static ImmutableArray<StatementText> Of(ProceduralFact fact, string reference, IEnumerable<string> languages)
    {
        var wanted = languages.Select(tag => tag.Split('-')[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var spoken = Words.Where(one => wanted.Contains(one.Language)).ToList();
        return
        [
            .. (spoken.Count > 0 ? spoken : Words.Take(1)).Select(one => new StatementText(one.Language, one.Title, string.Format(
                System.Globalization.CultureInfo.InvariantCulture,
                fact switch
                {
                    ProceduralFact.Opened => one.Opened,
                    ProceduralFact.Adjourned => one.Adjourned,
                    _ => one.Concluded,
                },
                reference))),
        ];
    }

    /// <summary>Whether it is so.</summary>
    public static bool IsTrue(ProceduralFact fact, Phase phase) => (fact, phase) is
        (ProceduralFact.Opened, Phase.Open) or (ProceduralFact.Adjourned, Phase.Adjourned) or (ProceduralFact.Concluded, Phase.Concluded);
}
