using System.Collections.Immutable;
using System.Text;
using IomSessions.Domain;

namespace IomSessions.Engine.Tests.Simulation;

internal sealed partial class World
{
    private string _file = "";

    /// <summary>Uploads files that somebody means to say somewhere; each is its own name, again and again.</summary>
    /// <param name="known">False: he names them without having uploaded them.</param>
    /// <returns>What he names when he says them; null: none.</returns>
    public ImmutableArray<FileId>? Upload(Place place, IReadOnlyList<string> files, SimNode node, bool known = true)
    {
        if (files.Count == 0)
        {
            return null;
        }

        var named = new List<FileId>();
        foreach (var file in files)
        {
            _file = $"{Step} {node.Lives} {file}";
            named.Add(Cast.File(_file).Id);
            if (known)
            {
                using var content = new MemoryStream(Encoding.UTF8.GetBytes(file));
                var taken = node.Live.Files.UploadAsync(place.By, place.Circle, $"{file}.txt", content.Length, () => true, content);
                if (!taken.IsCompletedSuccessfully)
                {
                    throw new BrokenException("an upload into memory waits for something");
                }
            }
        }

        return [.. named];
    }
}
