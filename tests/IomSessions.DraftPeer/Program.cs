using System.Text.Json;
using IomSessions.DraftPeer;

// Answers, for client/interop/drafts.test.ts, what the product's own drafting code makes of a change: a line with an array of questions in,
// a line with an array of answers out, until the input ends.
var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
var answers = new Answers();
using var input = Console.OpenStandardInput();
using var lines = new StreamReader(input, bufferSize: 1 << 16);
using var output = Console.OpenStandardOutput();
while (lines.ReadLine() is { } line)
{
    var questions = JsonSerializer.Deserialize<Question[]>(line, options)!;
    JsonSerializer.Serialize(output, questions.Select(answers.To), options);
    output.WriteByte((byte)'\n');
    output.Flush();
}
