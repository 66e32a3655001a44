using IomSessions.Storage.Keys;
using Xunit;

namespace IomSessions.Engine.Tests.Storage;

public sealed class MasterKeyTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _file;
    private readonly string _database;

    public MasterKeyTests() => (_file, _database) = (_folder.File("safe/master.key"), _folder.File("keys.db"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ST2_the_first_start_makes_a_key_that_only_its_owner_reads()
    {
        using var made = Open();
        using var again = Open();
        Assert.Equal(32, new FileInfo(_file).Length);
        Assert.Equal(made.Bytes.ToArray(), again.Bytes.ToArray());
        Assert.NotEqual(new byte[32], made.Bytes.ToArray());
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_file));
    }

    [Fact]
    public void ST2_a_missing_key_beside_a_key_database_stops_the_start_and_makes_none()
    {
        File.WriteAllText(_database, "");
        var e = Assert.Throws<MasterKeyException>(() => Open());
        Assert.Contains(_file, e.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_file));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void ST2_a_key_that_others_can_open_stops_the_start(UnixFileMode also)
    {
        if (OperatingSystem.IsWindows()) return;
        Open().Dispose();
        File.SetUnixFileMode(_file, UnixFileMode.UserRead | UnixFileMode.UserWrite | also);
        Assert.Throws<MasterKeyException>(() => Open());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void ST2_a_key_of_another_length_stops_the_start(int length)
    {
        Open().Dispose();
        File.WriteAllBytes(_file, new byte[length]); // keeps the mode
        Assert.Throws<MasterKeyException>(() => Open());
    }

    [Fact]
    public void ST2_the_environment_goes_before_the_file_and_makes_none()
    {
        var bytes = Enumerable.Range(0, 32).Select(n => (byte)n).ToArray();
        using var key = Open(Convert.ToBase64String(bytes));
        Assert.Equal(bytes, key.Bytes.ToArray());
        Assert.False(File.Exists(_file));
    }

    [Theory]
    [InlineData("not base64!")]
    [InlineData("AAAA")]
    public void ST2_a_malformed_environment_stops_the_start_and_is_not_repeated(string value)
    {
        var e = Assert.Throws<MasterKeyException>(() => Open(value));
        Assert.DoesNotContain(value, e.Message, StringComparison.Ordinal);
    }

    private MasterKey Open(string? environment = null) =>
        MasterKey.Open(_file, _database, name => name == MasterKey.Variable ? environment : null);
}
