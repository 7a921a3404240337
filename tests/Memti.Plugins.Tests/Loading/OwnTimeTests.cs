using Memti.Plugins.Guarding;

namespace Memti.Plugins.Tests.Loading;

/// <summary>A second on the clock, and how much of it is the plugin's.</summary>
public sealed class OwnTimeTests
{
    [Fact]
    public void Where_the_scheduler_states_nothing_all_of_it_counts() => Second(null, null).ShouldBe(1, tolerance: 1e-6);

    [Theory]
    [InlineData(1.0, 0.0, 0.0, 0.0, 1.0)] // it ran
    [InlineData(0.4, 0.6, 0.0, 0.0, 0.4)] // it shared its processor
    [InlineData(0.0, 0.0, 0.0, 0.0, 1.0)] // it was blocked, and nobody in the process had anything to do
    [InlineData(0.0, 0.0, 0.5, 0.0, 1.0)] // it was blocked, and its helpers ran
    [InlineData(0.0, 0.0, 0.5, 1.5, 0.25)] // it was blocked, and its helpers ran a quarter of the time that they could have
    [InlineData(0.0, 1.0, 0.0, 0.0, 0.05)] // it never ran: a twentieth counts, so that a hang ends on a machine that is always busy
    public void What_counts_is_what_it_had(double ran, double waited, double othersRan, double othersWaited, double expected) =>
        Second(Share(0, 0, 0, 0), Share(ran, waited, ran + othersRan, waited + othersWaited)).ShouldBe(expected, tolerance: 1e-6);

    [Fact]
    public void Time_in_which_the_process_stood_still_does_not_count()
    {
        var own = new OwnTime(TimeSpan.FromSeconds(1));

        own.Add(TimeSpan.FromHours(1), null);

        own.Elapsed.ShouldBe(TimeSpan.FromSeconds(3));
    }

    private static double Second(ProcessorShare? before, ProcessorShare? after)
    {
        var own = new OwnTime(TimeSpan.FromSeconds(1));
        own.Add(TimeSpan.Zero, before);
        own.Add(TimeSpan.FromSeconds(1), after);
        return own.Elapsed.TotalSeconds;
    }

    private static ProcessorShare Share(double ran, double waited, double allRan, double allWaited) => new(
        TimeSpan.FromSeconds(ran), TimeSpan.FromSeconds(waited), TimeSpan.FromSeconds(allRan), TimeSpan.FromSeconds(allWaited));
}
