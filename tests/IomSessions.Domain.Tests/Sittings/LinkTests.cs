using static IomSessions.Domain.Tests.Cast;

namespace IomSessions.Domain.Tests.Sittings;

public sealed class LinkTests
{
    [Theory]
    [InlineData("https://video.example/room?x=1", true)]
    [InlineData("tel:+41 22 000 00 00", true)]
    [InlineData("http://video.example/room", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("https://user:secret@video.example/", false)]
    [InlineData("https://exa mple/", false)]
    [InlineData("tel:call me", false)]
    [InlineData("tel:", false)]
    [InlineData("", false)]
    public void A_link_is_an_https_address_or_a_telephone_number(string address, bool fit)
    {
        var (scene, _) = Stage.Caucus();
        var ask = new SetLink(scene.SittingOf(Mediator), address);
        if (fit)
        {
            Assert.Equal(scene.SittingOf(HeadA), Assert.Single(scene.Done(Mediator, ask)).Circle);
        }
        else
        {
            scene.Refused(Refusal.Invalid, Mediator, ask);
        }
    }

    [Fact]
    public void SI1_a_link_belongs_to_its_sitting_and_is_not_carried_into_the_next()
    {
        var (scene, room) = Stage.Caucus();
        var sitting = scene.SittingOf(Mediator);
        scene.Done(Mediator, new SetLink(sitting, "https://video.example/room"));
        scene.Move(room, CoMediator);
        Assert.DoesNotContain(scene.Told(scene.SittingOf(Mediator)), body => body is LinkSet);
        scene.Refused(Refusal.SittingChanged, Mediator, new SetLink(sitting, null));
        scene.Refused(Refusal.NotAllowed, HeadA, new SetLink(scene.SittingOf(HeadA), null));
    }
}
