using Memti.Abstractions.Accelerators;
using Memti.Simulation.Components;
using Memti.Simulation.Devices;
using Memti.Simulation.Devices.Memories;
using Memti.Simulation.Ledger;
using Memti.Simulation.Systems;
using Memti.Simulation.Traces;
using Memti.Simulation.Wear;

namespace Memti.Simulation.Platforms;

/// <summary>Energy, wear and validity of what a device reads from memories and writes to them.</summary>
internal sealed class DeviceTraffic(Hardware hardware)
{
    private readonly Dictionary<(PlatformMemory Memory, TransferDirection Direction, int Region, long Bits), ActivityPlan> _plans = [];
    private readonly ActivityPlan[] _reads = [.. hardware.Layout.System.Tasks.Select(task => ReadsOf(task, hardware))];

    // Takes no time: only its effects count.
    private readonly Activity _inference = hardware.Machine.NewActivity(0, static () => { }, static () => { });

    /// <summary>The plan of a transfer; its duration is the channel's business.</summary>
    public ActivityPlan PlanOf(PlatformMemory memory, TransferDirection direction, long offset, long bits)
    {
        int region = direction == TransferDirection.Read ? MemoryAccess.None : RegionOf(memory, offset);
        if (_plans.TryGetValue((memory, direction, region, bits), out ActivityPlan? known))
            return known;
        return _plans[(memory, direction, region, bits)] = PlanOf(memory.Device, direction, region, bits);
    }

    /// <summary>Counts the reads of one inference of a task, for memories whose reads wear.</summary>
    public void Wear(int task)
    {
        int slot = hardware.Working?.Slots?.SlotOf(task) ?? -1;
        _inference.Begin(_reads[task], task, slot);
    }

    /// <summary>Refuses a read of what nobody has written since power-up.</summary>
    /// <param name="reader">Name of the device.</param>
    /// <param name="memory">The memory.</param>
    /// <param name="offset">First byte.</param>
    /// <param name="bits">Bits that it reads. Devices may read data several times, so that this is no measure of its place.</param>
    public void Verify(string reader, PlatformMemory memory, long offset, long bits)
    {
        Content content = memory.At(offset);
        if (memory.Bytes is { } bytes)
        {
            if (bytes.FirstUnwritten(offset, Math.Min((bits + 7) / 8, LengthFrom(memory, content, offset))) is >= 0 and long place)
                throw DeviceFindings.Unwritten(reader, memory, place);
        }
        else if (IsLost(memory, content))
        {
            throw DeviceFindings.Unwritten(reader, memory, offset);
        }
    }

    /// <summary>Bytes from a place on that a reader of it relies on.</summary>
    private long LengthFrom(PlatformMemory memory, Content content, long offset) => content.Kind switch
    {
        ContentKind.Shared or ContentKind.Set => content.End - offset,
        ContentKind.Slot => content.Offset + SetBytes(memory.Device.Slots!.TaskIn(content.Index)) - offset,
        // Layers read features in an order of their own, with borders that nobody wrote.
        _ => 1,
    };

    /// <summary>Bytes of a task's set; of the smallest one when firmware copied one by itself.</summary>
    private long SetBytes(int task)
    {
        IReadOnlyList<TaskProgram> tasks = hardware.Layout.System.Tasks;
        return ((task >= 0 ? tasks[task].TaskSet.Bits : tasks.Min(static one => one.TaskSet.Bits)) + 7) / 8;
    }

    /// <summary>Refuses an inference with the parameters of another task: they are there, and its results would be wrong.</summary>
    /// <param name="reader">Name of the device.</param>
    /// <param name="memory">The memory.</param>
    /// <param name="offset">First byte.</param>
    public void VerifyTask(string reader, PlatformMemory memory, long offset)
    {
        Content content = memory.At(offset);
        int held = content.Kind switch
        {
            ContentKind.Slot => memory.Device.Slots!.TaskIn(content.Index),
            ContentKind.Set => content.Index,
            _ => -1,
        };
        if (held >= 0 && hardware.Machine.Task >= 0 && held != hardware.Machine.Task)
            throw DeviceFindings.OtherTask(reader, memory, offset, hardware.Machine.Options.Tasks, (held, hardware.Machine.Task));
    }

    private static bool IsLost(PlatformMemory memory, Content content) => content.Kind switch
    {
        ContentKind.Slot => !memory.Device.Slots!.IsLive(content.Index),
        ContentKind.Shared => !memory.Device.HasShared,
        _ => false,
    };

    private static int RegionOf(PlatformMemory memory, long offset)
    {
        Content content = memory.At(offset);
        return content.Kind switch
        {
            ContentKind.Shared => WearBook.Shared,
            ContentKind.Features => WearBook.Features,
            ContentKind.Input => WearBook.Input,
            ContentKind.Slot => WearBook.SlotRegion(content.Index),
            ContentKind.Set => memory.Device.Wear.SetRegion(content.Index),
            _ => MemoryAccess.None,
        };
    }

    private static ActivityPlan PlanOf(MemoryDevice memory, TransferDirection direction, int region, long bits)
    {
        bool reads = direction == TransferDirection.Read;
        double joules = reads ? memory.Part.ReadJoules(bits) : memory.Part.WriteJoules(bits);
        long busy = reads ? memory.Part.ReadTime(bits) : memory.Part.WriteTime(bits);
        return new()
        {
            Kind = ActivityKind.Copy,
            Users = [memory.Id],
            Joules = joules,
            Duration = 0,
            Postings = [new(memory.Id, reads ? EnergyCause.Read : EnergyCause.Write, Quantity.Rontojoules(joules))],
            Effects = [new MemoryAccess(memory, direction, bits, busy) { Region = region }],
            Bits = bits,
        };
    }

    private static ActivityPlan ReadsOf(TaskProgram task, Hardware hardware) => new()
    {
        Kind = ActivityKind.Inference,
        Users = [],
        Joules = 0,
        Duration = 0,
        Effects = [.. RegionReads.Of(task, hardware.Layout).Select(reads => new InferenceReads(hardware.Memories[reads.Memory], reads))],
    };
}
