namespace Memti.Simulation.Devices.Frames;

/// <summary>The registers of the frame source. In the always-on domain.</summary>
/// <param name="frames">The frames.</param>
internal sealed class FrameRegisters(IFrameSource frames) : RegisterFile(DeviceMaps.Frames.WindowBytes, DeviceMaps.Frames.Registers)
{
    private const uint TaskOffset = 0x100;
    private const long PicosecondsPerNanosecond = 1000;

    private uint Status => (frames.IsWaiting ? 1u : 0) | (frames.IsOpen ? 2u : 0) | (frames.IsOver ? 4u : 0);

    // Rounded up: a timer that is set to it does not wake before the frame.
    private ulong Nanoseconds => (ulong)((frames.ToNext + PicosecondsPerNanosecond - 1) / PicosecondsPerNanosecond);

    public override uint Read(uint offset) => offset switch
    {
        0x00 => Status,
        0x04 or 0x08 => Half((ulong)frames.Index, offset == 0x08),
        0x0C => (uint)frames.Tasks.Count,
        0x10 => (uint)(frames.Deployed + 1),
        0x14 => frames.SharedDeployed ? 1u : 0,
        0x20 or 0x24 => Half(Nanoseconds, offset == 0x24),
        0x28 => (uint)frames.NextTask,
        >= TaskOffset => Task((int)(offset - TaskOffset) / sizeof(uint)),
        _ => 0,
    };

    public override void Write(uint offset, uint value)
    {
        if (offset == 0x18)
            frames.Take();
        else if (offset == 0x1C)
            frames.Complete();
    }

    // Frames come whether somebody listens or not: the source holds nothing that a reset could clear.
    public override void Reset()
    {
    }

    private uint Task(int place) => place < frames.Tasks.Count ? (uint)frames.Tasks[place] : 0;
}
