namespace Memti.Abstractions.Diagnostics;

/// <summary>
/// The codes that plugins share with the host. Every other code stands in a list of the assembly that reports it. A code is never reused;
/// each has a page <c>docs/errors/MEMTIxxxx.md</c>. 1xxx command line and files, 2xxx documents and scenarios, 3xxx plugins, 4xxx
/// simulation, 5xxx memories, 6xxx accelerators and models, 7xxx builds and weight images, 8xxx training, 9xxx an error of Memti itself.
/// </summary>
public static class DiagnosticCode
{
    /// <summary>The command line names something that does not exist, lacks something, or has an invalid value.</summary>
    public const string BadOption = "MEMTI1001";

    /// <summary>A file cannot be read.</summary>
    public const string FileUnreadable = "MEMTI1002";

    /// <summary>An output file cannot be written.</summary>
    public const string OutputUnwritable = "MEMTI1003";

    /// <summary>A number outside its range, or a word that is not one of the permitted ones.</summary>
    public const string ValueOutOfRange = "MEMTI2004";

    /// <summary>A task, design, memory or source that is referenced but not defined.</summary>
    public const string UnknownName = "MEMTI2010";

    /// <summary>Contents that no memory holds, or that two memories hold.</summary>
    public const string BadPlacement = "MEMTI2011";

    /// <summary>A plugin that threw.</summary>
    public const string PluginThrew = "MEMTI3005";

    /// <summary>A plugin whose entry type or registration breaks the contract.</summary>
    public const string PluginInvalid = "MEMTI3009";

    /// <summary>An operation that the power state or the memory contents do not allow.</summary>
    public const string IllegalOperation = "MEMTI4006";

    /// <summary>An access to an address without a device or memory.</summary>
    public const string BusAddress = "MEMTI4102";

    /// <summary>An access that is not aligned to a word.</summary>
    public const string BusAlignment = "MEMTI4103";

    /// <summary>Contents that do not fit a memory; states the excess.</summary>
    public const string CapacityExceeded = "MEMTI5001";

    /// <summary>An invalid figure of a memory model: negative, infinite, or not a number.</summary>
    public const string BadMemoryFigure = "MEMTI5002";

    /// <summary>No known array fulfils the request.</summary>
    public const string NoArray = "MEMTI5003";

    /// <summary>A cell that no plugin or cell file offers.</summary>
    public const string UnknownCell = "MEMTI5004";

    /// <summary>Faults of a multi-level cell without level statistics.</summary>
    public const string NoLevelStatistics = "MEMTI5005";

    /// <summary>A word or key in a former spelling, which is accepted.</summary>
    public const string FormerSpelling = "MEMTI5010";

    /// <summary>A layer that the accelerator cannot run.</summary>
    public const string UnsupportedLayer = "MEMTI6001";

    /// <summary>A model whose parameters or layers contradict each other.</summary>
    public const string BadNetwork = "MEMTI6003";

    /// <summary>Cells that cannot hold a value of the requested width.</summary>
    public const string BadCellVector = "MEMTI6506";

    /// <summary>Images that do not fit each other, their labels or the network.</summary>
    public const string ImagesDoNotFit = "MEMTI8104";

    /// <summary>A weight file that is damaged or of another form.</summary>
    public const string WeightsUnreadable = "MEMTI8201";

    /// <summary>Weights of another network: a tensor is missing or has another shape.</summary>
    public const string WeightsDoNotFit = "MEMTI8202";

    /// <summary>A checkpoint that is damaged or belongs to another run.</summary>
    public const string CheckpointDoesNotFit = "MEMTI8303";

    /// <summary>An accelerator plan with an impossible figure.</summary>
    public const string BadPlan = "MEMTI6002";
}
