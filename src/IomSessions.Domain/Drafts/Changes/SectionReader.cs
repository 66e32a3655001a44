using System.Collections.Immutable;

namespace IomSessions.Domain;

/// <summary>Goes through the sections of a change set in pieces (<c>SectionIter</c> of <c>@codemirror/state</c>).</summary>
internal struct SectionReader
{
    private readonly ImmutableArray<Section> _sections;

    public SectionReader(ChangeSet set)
    {
        _sections = set.Sections;
        Next();
    }

    /// <summary>How many sections were begun.</summary>
    public int Begun { get; private set; }

    /// <summary>What is left of the section, in the text before.</summary>
    public int Length { get; private set; }

    /// <summary>What is left of its insertion; -1: the section is kept.</summary>
    public int Added { get; private set; }

    /// <summary>How much of the section was read already.</summary>
    public int Offset { get; private set; }

    public bool Done { get; private set; }

    public readonly bool IsKept => !Done && Added == -1;

    public readonly bool IsChange => Added >= 0;

    /// <summary>What is left of the section, in the text after.</summary>
    public readonly int NewLength => Added < 0 ? Length : Added;

    /// <summary>All that the section inserts; null: kept.</summary>
    public readonly string? Insert => Done ? null : _sections[Begun - 1].Insert;

    /// <summary>The next part of the insertion.</summary>
    public readonly string Part(int length) => Insert is { } whole && (Offset > 0 || length < whole.Length) ? whole.Substring(Offset, length) : Insert!;

    public void Next()
    {
        Offset = 0;
        if (Begun < _sections.Length)
        {
            var section = _sections[Begun++];
            Length = section.Length;
            Added = section.Insert?.Length ?? -1;
        }
        else
        {
            Length = 0;
            Added = -2;
            Done = true;
        }
    }

    /// <summary>On in the text before.</summary>
    public void Forward(int length)
    {
        if (length == Length)
        {
            Next();
        }
        else
        {
            Length -= length;
            Offset += length;
        }
    }

    /// <summary>On in the text after.</summary>
    public void ForwardNew(int length)
    {
        if (Added == -1)
        {
            Forward(length);
        }
        else if (length == Added)
        {
            Next();
        }
        else
        {
            Added -= length;
            Offset += length;
        }
    }
}
