using Memti.Simulation.Devices.Interrupts;

namespace Memti.Simulation.Tests.Devices;

public sealed class InterruptControllerTests
{
    private readonly InterruptController _plic;
    private bool _level;

    public InterruptControllerTests()
    {
        _plic = new(active => _level = active);
        _plic.Write(0x2000, uint.MaxValue);
        Priority(2, 1);
        Priority(3, 1);
        Priority(10, 5);
    }

    [Fact]
    public void The_highest_priority_is_claimed_first_and_then_the_lowest_number()
    {
        foreach (int source in (int[])[3, 2, 10])
            _plic.Set(source, true);
        new[] { Claim(), Claim(), Claim(), Claim() }.ShouldBe([10u, 2u, 3u, 0u]);
        _level.ShouldBeFalse();
    }

    [Fact]
    public void A_level_asks_again_after_its_completion_alone()
    {
        _plic.Set(2, true);
        Claim().ShouldBe(2u);
        _plic.Set(2, true);
        (_level, Claim()).ShouldBe((false, 0u));
        Complete(2);
        _level.ShouldBeTrue();
        Claim();
        _plic.Set(2, false);
        Complete(2);
        _level.ShouldBeFalse();
    }

    [Fact]
    public void A_request_stays_when_its_level_falls()
    {
        _plic.Set(2, true);
        _plic.Set(2, false);
        (_level, _plic.Read(0x1000)).ShouldBe((true, 1u << 2));
        Claim().ShouldBe(2u);
    }

    [Fact]
    public void Only_priorities_above_the_threshold_interrupt()
    {
        _plic.Write(0x20_0000, 1);
        _plic.Set(2, true);
        _level.ShouldBeFalse();
        _plic.Set(10, true);
        _level.ShouldBeTrue();
        Claim();
        _level.ShouldBeFalse();
        Claim().ShouldBe(2u, "a claim does not look at the threshold");
    }

    [Fact]
    public void A_source_without_priority_or_enable_does_not_interrupt()
    {
        _plic.Set(4, true);
        _plic.Write(0x2000, ~(1u << 2));
        _plic.Set(2, true);
        (_level, Claim()).ShouldBe((false, 0u));
        _plic.Write(0x2000, 1u << 2);
        _level.ShouldBeTrue();
    }

    [Fact]
    public void A_completion_of_what_is_not_served_changes_nothing()
    {
        _plic.Set(2, true);
        Claim();
        Complete(3);
        Complete(40);
        _level.ShouldBeFalse();
    }

    [Fact]
    public void Registers_keep_what_they_can_hold()
    {
        _plic.Write(0x2000, uint.MaxValue);
        Priority(1, 0xFF);
        Priority(0, 7);
        _plic.Write(0x20_0000, 0xFF);
        (_plic.Read(0x2000), _plic.Read(4), _plic.Read(0), _plic.Read(0x20_0000)).ShouldBe((uint.MaxValue - 1, 7u, 0u, 7u));
    }

    [Fact]
    public void Reset_forgets_everything_but_the_levels()
    {
        _plic.Set(2, true);
        Claim();
        _plic.Reset();
        (_level, _plic.Read(0x2000), _plic.Read(0x1000)).ShouldBe((false, 0u, 1u << 2));
    }

    private void Priority(uint source, uint value) => _plic.Write(4 * source, value);

    private uint Claim() => _plic.Read(0x20_0004);

    private void Complete(uint source) => _plic.Write(0x20_0004, source);
}
