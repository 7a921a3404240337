using Memti.Simulation.Devices.Finishers;
using Memti.Simulation.Devices.Frames;

namespace Memti.Simulation.Tests.Devices;

public sealed class FrameRegistersTests
{
    private readonly Source _source = new();
    private readonly FrameRegisters _frames;

    public FrameRegistersTests() => _frames = new(_source);

    [Theory]
    [InlineData(false, false, false, 0u)]
    [InlineData(true, false, false, 1u)]
    [InlineData(false, true, false, 2u)]
    [InlineData(true, true, true, 7u)]
    public void The_status_has_a_bit_for_each_answer(bool waits, bool open, bool over, uint status)
    {
        (_source.IsWaiting, _source.IsOpen, _source.IsOver) = (waits, open, over);
        _frames.Read(0).ShouldBe(status);
    }

    [Fact]
    public void The_frame_and_its_tasks_can_be_read()
    {
        (_source.Index, _source.Deployed, _source.SharedDeployed) = (0x2_0000_0003, 1, true);
        (_frames.Read(0x04), _frames.Read(0x08), _frames.Read(0x0C)).ShouldBe((3u, 2u, 2u));
        (_frames.Read(0x100), _frames.Read(0x104), _frames.Read(0x108)).ShouldBe((5u, 7u, 0u));
        (_frames.Read(0x10), _frames.Read(0x14), _frames.Read(0x28)).ShouldBe((2u, 1u, 9u));
        (_source.Deployed, _source.SharedDeployed) = (-1, false);
        (_frames.Read(0x10), _frames.Read(0x14)).ShouldBe((0u, 0u));
    }

    [Fact]
    public void Time_to_the_next_frame_is_rounded_up_to_nanoseconds()
    {
        _source.ToNext = 5_000_000_000_001;
        ulong nanoseconds = _frames.Read(0x20) | ((ulong)_frames.Read(0x24) << 32);
        nanoseconds.ShouldBe(5_000_000_001ul);
    }

    [Fact]
    public void Frames_are_taken_and_completed_by_writes()
    {
        _frames.Write(0x18, 1);
        _frames.Write(0x1C, 0);
        _source.Calls.ShouldBe(["take", "complete"]);
    }

    [Fact]
    public void A_finisher_passes_and_fails_with_a_code()
    {
        List<int?> ends = [];
        var finisher = new FinisherRegisters(ends.Add);
        finisher.Write(0, 0x1234);
        finisher.Write(4, 0x5555);
        ends.ShouldBeEmpty();
        finisher.Write(0, 0x5555);
        finisher.Write(0, 0x0007_3333);
        ends.ShouldBe([null, 7]);
        finisher.Read(0).ShouldBe(0x0007_3333u);
        finisher.Reset();
        finisher.Read(0).ShouldBe(0u);
    }

    private sealed class Source : IFrameSource
    {
        public bool IsWaiting { get; set; }

        public bool IsOpen { get; set; }

        public bool IsOver { get; set; }

        public long Index { get; set; } = -1;

        public IReadOnlyList<int> Tasks { get; } = [5, 7];

        public int Deployed { get; set; } = -1;

        public bool SharedDeployed { get; set; }

        public long ToNext { get; set; }

        public int NextTask => 9;

        internal List<string> Calls { get; } = [];

        public void Take() => Calls.Add("take");

        public void Complete() => Calls.Add("complete");
    }
}
