using Memti.Abstractions.Devices;
using Memti.Simulation.Devices.Timers;

namespace Memti.Simulation.Tests.Devices;

public sealed class CoreTimerTests
{
    private readonly ManualClock _clock = new();
    private readonly CoreTimer _timer;
    private readonly List<string> _levels = [];
    private bool _timerLevel;

    public CoreTimerTests() => _timer = new(_clock, active => _levels.Add($"software {active}"), active => _timerLevel = active);

    [Fact]
    public void The_timer_interrupt_rises_at_the_tick_and_falls_with_a_later_one()
    {
        _timer.TryWrite(0x4000, 8, 10).ShouldBeTrue();
        _clock.MoveTo(9);
        _timerLevel.ShouldBeFalse();
        _clock.MoveTo(10);
        _timerLevel.ShouldBeTrue();
        _timer.TryWrite(0x4000, 8, 20);
        _timerLevel.ShouldBeFalse();
        _clock.MoveTo(20);
        _timerLevel.ShouldBeTrue();
    }

    [Fact]
    public void A_tick_that_has_passed_interrupts_at_once()
    {
        _clock.MoveTo(100);
        _timer.TryWrite(0x4000, 8, 100);
        _timerLevel.ShouldBeTrue();
    }

    [Fact]
    public void Compare_is_written_in_halves_without_an_interrupt_between()
    {
        _clock.MoveTo(50);
        Write(0x4004, uint.MaxValue);
        Write(0x4000, 60);
        Write(0x4004, 0);
        _timerLevel.ShouldBeFalse();
        _timer.TryRead(0x4000, 8, out ulong compare).ShouldBeTrue();
        compare.ShouldBe(60ul);
        _clock.MoveTo(60);
        _timerLevel.ShouldBeTrue();
    }

    [Fact]
    public void Never_asks_for_no_call()
    {
        Write(0x4004, uint.MaxValue);
        Write(0x4000, uint.MaxValue);
        _clock.Pending.ShouldBe(0);
    }

    [Fact]
    public void A_tick_beyond_the_event_queue_is_reached_in_steps()
    {
        const ulong Year = 315_360_000_000_000;
        _timer.TryWrite(0x4000, 8, Year);
        _clock.MoveTo(Year - 1);
        _timerLevel.ShouldBeFalse();
        _clock.MoveTo(Year);
        _timerLevel.ShouldBeTrue();
        _clock.Calls.ShouldBe(32, "a call for each 11.6 days");
    }

    [Fact]
    public void Time_counts_ticks_of_100_ns_and_cannot_be_written()
    {
        _clock.MoveTo(0x1_0000_0005);
        _timer.TryRead(0xBFF8, 8, out ulong time).ShouldBeTrue();
        time.ShouldBe(0x1_0000_0005ul);
        (_timer.Read(0xBFF8), _timer.Read(0xBFFC)).ShouldBe((5u, 1u));
        _timer.TryWrite(0xBFF8, 8, 0).ShouldBeFalse();
        _timer.TryWrite(0xBFFC, 4, 0).ShouldBeFalse();
    }

    [Fact]
    public void The_software_interrupt_follows_its_lowest_bit()
    {
        Write(0, 3);
        _timer.Read(0).ShouldBe(1u);
        Write(0, 2);
        _levels.ShouldBe(["software True", "software False"]);
    }

    [Fact]
    public void Reset_takes_both_interrupts_back()
    {
        Write(0, 1);
        _timer.TryWrite(0x4000, 8, 0);
        _timer.Reset();
        (_timerLevel, _levels[^1], _timer.Read(0x4000)).ShouldBe((false, "software False", uint.MaxValue));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Parts_of_words_are_refused(int bytes)
    {
        _timer.TryRead(0, bytes, out _).ShouldBeFalse();
        _timer.TryWrite(0, bytes, 0).ShouldBeFalse();
    }

    private void Write(uint offset, uint value) => ((IBusDevice)_timer).TryWrite(offset, 4, value).ShouldBeTrue();
}
