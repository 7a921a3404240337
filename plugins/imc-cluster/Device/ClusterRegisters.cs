using Memti.Abstractions.Devices;

namespace Memti.Plugins.ImcCluster.Device;

/// <summary>
/// The registers: those of the interface of the crossbars at their public offsets, and from 0x100 on those with which a driver starts the
/// rest of the cluster, which are our own.
/// </summary>
/// <remarks>archi/ima/ima_v1.h of the PULP software stack; its macros are used where its comment says otherwise (PR_ADDR_X).</remarks>
internal static class ClusterRegisters
{
    internal const uint WindowBytes = 0x1000;

    internal const uint Trigger = 0x00;
    internal const uint Acquire = 0x04;
    internal const uint FinishedJobs = 0x08;
    internal const uint Status = 0x0C;
    internal const uint RunningTask = 0x10;
    internal const uint SoftClear = 0x14;
    internal const uint JobStartX = 0x34;
    internal const uint JobStartY = 0x38;
    internal const uint FetchLength = 0x5C;
    internal const uint StoreLength = 0x60;
    internal const uint LineLength = 0x64;
    internal const uint FeatureLength = 0x6C;
    internal const uint NumJobs = 0x70;
    internal const uint ProgramValue = 0xA8;
    internal const uint LastOfInterface = 0xA8;

    internal const uint Context = 0x100;
    internal const uint Begin = 0x104;
    internal const uint DmaAddress = 0x108;
    internal const uint DmaBits = 0x10C;
    internal const uint DmaStart = 0x110;
    internal const uint CoreCycles = 0x114;
    internal const uint DepthwiseMacs = 0x118;
    internal const uint Array = 0x11C;
    internal const uint Sync = 0x120;
    internal const uint Event = 0x124;

    /// <summary>All registers in the order of their offsets.</summary>
    internal static IReadOnlyList<DeviceRegister> All { get; } =
    [
        new("TRIGGER", Trigger, "A write queues the jobs that the registers describe."),
        new("ACQUIRE", Acquire, "Reads 0: the registers may be written."),
        new("FINISHED_JOBS", FinishedJobs, "Triggers that are done since the last read."),
        new("STATUS", Status, "1 while the engines work."),
        new("RUNNING_TASK", RunningTask, "Triggers that are not done."),
        new("SOFT_CLEAR", SoftClear, "A write abandons all work."),
        new("CHECK_STATE", 0x18, "Holds what is written."),
        new("P_START_X", 0x20, "Holds what is written."),
        new("P_START_Y", 0x24, "Holds what is written."),
        new("P_WIDTH", 0x28, "Holds what is written."),
        new("P_HEIGHT", 0x2C, "Holds what is written."),
        new("SUBMIT_PLOT", 0x30, "Holds what is written."),
        new("J_START_X", JobStartX, "First column of the block in its array."),
        new("J_START_Y", JobStartY, "First row of the block in its array."),
        new("J_WIDTH", 0x3C, "Holds what is written."),
        new("J_HEIGHT", 0x40, "Holds what is written."),
        new("J_SRC_ADDR", 0x44, "Holds what is written: features lie in the shared memory of the cluster."),
        new("J_DST_ADDR", 0x48, "Holds what is written."),
        new("J_SRC_STRIDE", 0x4C, "Holds what is written."),
        new("J_DST_STRIDE", 0x50, "Holds what is written."),
        new("ADC_LOW", 0x54, "Holds what is written."),
        new("ADC_HIGH", 0x58, "Holds what is written."),
        new("FETCH_LENGTH", FetchLength, "Inputs of a product: rows of the block."),
        new("STORE_LENGTH", StoreLength, "Outputs of a product: columns of the block."),
        new("JOB_LINE_LENGTH", LineLength, "Bytes of a contiguous line of inputs; 0 for one line."),
        new("JOB_FEAT_STRIDE", 0x68, "Holds what is written."),
        new("JOB_FEAT_LENGTH", FeatureLength, "Bytes of the first line that are left out."),
        new("NUM_JOBS", NumJobs, "Products of one trigger."),
        new("ALPHA_IN_LENGTH", 0x74, "Holds what is written."),
        new("ALPHA_IN_STRIDE", 0x78, "Holds what is written."),
        new("BETA_IN_LENGTH", 0x7C, "Holds what is written."),
        new("BETA_IN_STRIDE", 0x80, "Holds what is written."),
        new("ALPHA_OUT_LENGTH", 0x84, "Holds what is written."),
        new("ALPHA_OUT_STRIDE", 0x88, "Holds what is written."),
        new("BETA_OUT_LENGTH", 0x8C, "Holds what is written."),
        new("BETA_OUT_STRIDE", 0x90, "Holds what is written."),
        new("JOB_LL_MEMT", 0x94, "Holds what is written."),
        new("JOB_FEAT_ROLL", 0x98, "Holds what is written."),
        new("DW_MODE", 0x9C, "Holds what is written."),
        new("PR_ADDR_X", 0xA0, "Holds what is written."),
        new("PR_ADDR_Y", 0xA4, "Holds what is written."),
        new("PR_VAL", ProgramValue, "Not modelled: weights are written into the memory of shared parameters."),
        new("CONTEXT", Context, "Holds what is written."),
        new("BEGIN", Begin, "A write of 1 says that the first layer of an inference follows."),
        new("DMA_ADDR", DmaAddress, "Address of the system from or to which data move."),
        new("DMA_BITS", DmaBits, "Bits that move, as the memory stores them."),
        new("DMA_START", DmaStart, "A write starts a transfer: 0 into the cluster, 1 out of it."),
        new("CORE_CYCLES", CoreCycles, "A write queues a kernel of so many cycles on the cores."),
        new("DEPTHWISE_MACS", DepthwiseMacs, "A write queues so many multiply-accumulates on the depth-wise engine."),
        new("ARRAY", Array, "Array of the next jobs."),
        new("SYNC", Sync, "A write raises the event when all that was started before is done."),
        new("EVENT", Event, "Bit 0: a sync is done, and the interrupt is raised; a write of 1 clears it.")
        {
            Fields = [new DeviceField("SYNC", 0)],
        },
    ];

    /// <summary>True where a register is.</summary>
    internal static bool Has(uint offset) => offset % 4 == 0
        && offset is <= LastOfInterface and not 0x1C or >= Context and <= Event;
}
