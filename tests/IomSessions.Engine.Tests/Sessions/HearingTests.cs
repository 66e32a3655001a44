using Xunit;

namespace IomSessions.Engine.Tests.Sessions;

/// <summary>Who hears a bell.</summary>
public sealed class HearingTests
{
    private readonly Hearing _hearing = new();

    [Fact]
    public void What_nobody_heard_is_told_to_the_first_who_comes_and_to_no_other()
    {
        Assert.False(_hearing.Rung(7));
        Assert.False(_hearing.Rung(5));
        Assert.Equal(7, _hearing.Come());
        Assert.Equal(0, _hearing.Come());
    }

    [Fact]
    public void What_somebody_heard_is_told_to_nobody_who_comes()
    {
        Assert.Equal(0, _hearing.Come());
        Assert.True(_hearing.Rung(7));
        Assert.Equal(0, _hearing.Come());
        _hearing.Go();
        Assert.True(_hearing.Rung(8));
        _hearing.Go();
        Assert.False(_hearing.Rung(9));
        Assert.Equal(9, _hearing.Come());
    }
}
