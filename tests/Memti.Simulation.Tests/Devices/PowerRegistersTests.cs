using Memti.Simulation.Devices.Power;
using Memti.Simulation.PowerStates;

namespace Memti.Simulation.Tests.Devices;

public sealed class PowerRegistersTests
{
    private readonly ManualClock _clock = new();
    private readonly Control _control = new();
    private readonly PowerRegisters _power;
    private bool _line;
    private bool _external;
    private int _timer;

    public PowerRegistersTests() => _power = new(_control, _clock, () => _external, active => _line = active, () => _timer++);

    [Fact]
    public void A_wake_is_busy_until_the_slowest_is_on()
    {
        _power.Write(0x08, 0b101);
        (_control.Woken, _power.Read(0x04), _line).ShouldBe((0b101u, 1u, false));
        _control.Completed!();
        _line.ShouldBeTrue();
        (_power.Read(0x04), _line).ShouldBe((0u, false));
    }

    [Fact]
    public void A_wake_of_what_is_on_completes_in_the_same_moment()
    {
        _control.Sleeps = false;
        _power.Write(0x08, 1);
        _line.ShouldBeFalse();
        _clock.MoveTo(0);
        (_line, _power.Read(0x04)).ShouldBe((true, 0u));
    }

    [Fact]
    public void Masks_go_down_with_or_without_contents()
    {
        _power.Write(0x0C, 3);
        _power.Write(0x10, 4);
        _control.Slept.ShouldBe([(3u, false), (4u, true)]);
    }

    [Fact]
    public void States_are_numbers()
    {
        uint[] states = [.. Enumerable.Range(0, 6).Select(domain => _power.Read((uint)(0x100 + (4 * domain))))];
        states.ShouldBe([0u, 1, 2, 3, 3, 0]);
        _power.Read(0x00).ShouldBe(5u);
    }

    [Theory]
    [InlineData(0u, 0u)]
    [InlineData(1u, 1u)]
    [InlineData(2u, 2u)]
    [InlineData(3u, 0u)]
    public void The_power_down_register_holds_a_mode(uint written, uint read)
    {
        _power.Write(0x14, written);
        _power.Read(0x14).ShouldBe(read);
    }

    [Fact]
    public void The_wake_timer_counts_ticks_since_the_start()
    {
        _power.Write(0x24, 0);
        _power.Write(0x20, 500);
        _clock.MoveTo(499);
        (_timer, _power.IsTimerReached).ShouldBe((0, false));
        _clock.MoveTo(500);
        (_timer, _power.IsTimerReached).ShouldBe((1, true));
        (_power.Read(0x20), _power.Read(0x24)).ShouldBe((500u, 0u));
    }

    [Fact]
    public void Only_causes_that_exist_can_be_enabled()
    {
        _power.Write(0x18, uint.MaxValue);
        _power.Read(0x18).ShouldBe(7u);
        _power.Read(0x1C).ShouldBe(8u, "power-on");
        _power.Cause = WakeSources.Frame;
        _power.Read(0x1C).ShouldBe(1u);
    }

    [Fact]
    public void Tasks_and_marks_are_passed_on()
    {
        _power.Read(0x2C).ShouldBe(uint.MaxValue);
        _power.Write(0x2C, 2);
        _power.Write(0x2C, uint.MaxValue);
        _power.Write(0x28, 99);
        _control.Tasks.ShouldBe([2, -1]);
        _control.Marks.ShouldBe([99u]);
    }

    [Fact]
    public void Words_are_kept_until_a_reset()
    {
        for (uint word = 0; word < 8; word++)
            _power.Write(0x40 + (4 * word), 100 + word);
        (_power.Read(0x40), _power.Read(0x5C), _power.Read(0x60)).ShouldBe((100u, 107u, 0u));
        _power.Reset();
        _power.Read(0x5C).ShouldBe(0u);
    }

    [Fact]
    public void The_external_interrupt_shows()
    {
        _power.Read(0x30).ShouldBe(0u);
        _external = true;
        _power.Read(0x30).ShouldBe(1u);
    }

    private sealed class Control : IPowerControl
    {
        internal bool Sleeps { get; set; } = true;

        internal uint Woken { get; private set; }

        internal Action? Completed { get; private set; }

        internal List<(uint Mask, bool Retain)> Slept { get; } = [];

        internal List<int> Tasks { get; } = [];

        internal List<uint> Marks { get; } = [];

        public int Domains => 5;

        public uint? SupplyMillivolts => null;

        public bool IsSupplyLow => false;

        public PowerState StateOf(int domain) => domain switch
        {
            0 => PowerState.Off,
            1 => PowerState.Retention,
            2 => PowerState.Waking,
            3 => PowerState.On,
            _ => PowerState.Active,
        };

        public bool Wake(uint mask, Action completed)
        {
            (Woken, Completed) = (mask, completed);
            return Sleeps;
        }

        public void Sleep(uint mask, bool retain) => Slept.Add((mask, retain));

        public void Charge(int task) => Tasks.Add(task);

        public void Mark(uint value) => Marks.Add(value);
    }
}
