using Memti.Abstractions.Units;
using Memti.Simulation.Frames;

namespace Memti.Simulation.Tests;

public class FrameClockTests
{
    [Fact]
    public void Thirty_frames_per_second_repeat_every_three_frames()
    {
        FrameClock clock = new(new(30, 1));

        clock.Period.ShouldBe(3);
        clock.StartOf(1).ShouldBe((Int128)33_333_333_333);
        clock.StartOf(2).ShouldBe((Int128)66_666_666_667);
        clock.StartOf(3).ShouldBe((Int128)100_000_000_000);
        clock.StartOf(946_728_000).ShouldBe((Int128)31_557_600 * 1_000_000_000_000);
    }

    [Theory]
    [InlineData(30, 1, 33_333_333_333)]
    [InlineData(60, 1, 16_666_666_667)]
    [InlineData(1000, 16, 16_000_000_000)]
    public void A_period_is_rounded_as_starts_of_frames_are(long numerator, long denominator, long picoseconds)
    {
        FrameRate rate = new(numerator, denominator);
        (rate.Period.Picoseconds, new FrameClock(rate).StartOf(1)).ShouldBe((picoseconds, (Int128)picoseconds));
    }

    [Theory]
    [InlineData(30_000, 1001)]
    [InlineData(7, 3)]
    [InlineData(999_983, 1000)]
    public void Starts_are_exact_and_a_moment_finds_its_frame(long numerator, long denominator)
    {
        FrameClock clock = new(new(numerator, denominator));
        foreach (long frame in new[] { 0L, 1, 2, 12_345, 987_654_321 })
        {
            Int128 twice = 2 * (Int128)frame * 1_000_000_000_000 * denominator;
            clock.StartOf(frame).ShouldBe((twice + numerator) / (2 * numerator));
            clock.At(clock.StartOf(frame)).ShouldBe(frame);
            clock.At(clock.StartOf(frame + 1) - 1).ShouldBe(frame);
        }
    }
}
