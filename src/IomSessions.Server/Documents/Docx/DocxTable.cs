using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace IomSessions.Server.Documents.Docx;

/// <summary>How rows look: a thin line under each, names narrower than what they are. Widths in twentieths of a point.</summary>
internal static class DocxTable
{
    public const int Name = 3_450;
    public const int Value = 6_416;

    public static TableProperties Look(bool rightToLeft)
    {
        var look = new TableProperties();
        if (rightToLeft)
        {
            look.Append(new BiDiVisual());
        }

        look.Append(
            new TableWidth { Width = Text(Name + Value), Type = TableWidthUnitValues.Dxa },
            new TableBorders(
                new BottomBorder { Val = BorderValues.Single, Size = 4, Color = "999999" },
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = "999999" }),
            new TableLayout { Type = TableLayoutValues.Fixed });
        return look;
    }

    public static TableGrid Grid() => new(new GridColumn { Width = Text(Name) }, new GridColumn { Width = Text(Value) });

    public static TableCellProperties Cell(int width) => new(new TableCellWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa });

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
