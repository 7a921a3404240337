namespace Memti.Abstractions.Diagnostics;

/// <summary>
/// Every code that Memti reports, in one place. A code is never reused; each has a page <c>docs/errors/MEMTIxxxx.md</c>.
/// 1xxx command line, 2xxx scenario, 3xxx plugin, 4xxx simulation, 5xxx memory model, 6xxx accelerator and firmware,
/// 7xxx build task, 9xxx a fault of Memti itself.
/// </summary>
public static class DiagnosticCode
{
    /// <summary>The command line names something that does not exist, leaves something out, or has a value that is not taken.</summary>
    public const string BadOption = "MEMTI1001";

    /// <summary>A file cannot be read.</summary>
    public const string FileUnreadable = "MEMTI1002";

    /// <summary>An output file cannot be written.</summary>
    public const string OutputUnwritable = "MEMTI1003";

    /// <summary>A <c>--set key=value</c> cannot be understood or applied.</summary>
    public const string BadOverride = "MEMTI1004";

    // 101x: the cache of solved arrays.

    /// <summary>The cache of solved arrays cannot be written; runs go on without it.</summary>
    public const string CacheUnwritable = "MEMTI1010";

    /// <summary>The place or the limit of the cache of solved arrays cannot be understood.</summary>
    public const string BadCacheSetting = "MEMTI1011";

    /// <summary>The file is empty.</summary>
    public const string ScenarioEmpty = "MEMTI2001";

    /// <summary>The file is not well-formed YAML.</summary>
    public const string ScenarioSyntax = "MEMTI2002";

    /// <summary>A key that nothing reads.</summary>
    public const string UnknownKey = "MEMTI2003";

    /// <summary>A number outside its range, or a word that is not one of the permitted ones.</summary>
    public const string ValueOutOfRange = "MEMTI2004";

    /// <summary>A value of the wrong type.</summary>
    public const string WrongType = "MEMTI2005";

    /// <summary>A key that must be there is missing.</summary>
    public const string MissingKey = "MEMTI2006";

    /// <summary>A kind that no loaded plugin offers.</summary>
    public const string UnknownKind = "MEMTI2007";

    /// <summary>The same key twice in one mapping.</summary>
    public const string DuplicateKey = "MEMTI2008";

    /// <summary>A version of a file's format that this version of Memti does not read.</summary>
    public const string UnsupportedVersion = "MEMTI2009";

    /// <summary>A task, design, memory or source that is named but not defined.</summary>
    public const string UnknownName = "MEMTI2010";

    /// <summary>Contents with no memory to hold them, or with two.</summary>
    public const string BadPlacement = "MEMTI2011";

    /// <summary>A calibration file that cannot be read or applied.</summary>
    public const string BadCalibration = "MEMTI2012";

    // 25xx: cell files (*.memcell.yaml) and the import of NVSim's.

    /// <summary>A key of a cell with a unit that it does not take.</summary>
    public const string CellUnit = "MEMTI2501";

    /// <summary>A number of a cell without a status or without a source.</summary>
    public const string CellNumberWithoutOrigin = "MEMTI2502";

    /// <summary>A high resistance that is not above the low one.</summary>
    public const string CellResistances = "MEMTI2503";

    /// <summary>Levels that do not rise, that no threshold separates, or that are too few or too many for their bits.</summary>
    public const string CellLevels = "MEMTI2504";

    /// <summary>Keys of a cell that contradict its kind, its access device or a mode.</summary>
    public const string CellContradiction = "MEMTI2505";

    /// <summary>Two cell files with one name, or two that offer one memory kind.</summary>
    public const string CellDuplicate = "MEMTI2506";

    /// <summary>A line of an NVSim cell file that cannot be read, or a cell of a kind that has no counterpart.</summary>
    public const string CellImport = "MEMTI2507";

    /// <summary>A line of an NVSim cell file that says nothing about the cells that Memti knows; a warning.</summary>
    public const string CellImportIgnored = "MEMTI2508";

    // 27xx: networks as data: layer tables (*.csv, *.yaml, *.json) and ONNX graphs.

    /// <summary>A network that is neither a shipped table nor a file of a known kind.</summary>
    public const string UnknownNetwork = "MEMTI2701";

    /// <summary>A layer table that is not well-formed YAML, CSV or JSON.</summary>
    public const string NetworkSyntax = "MEMTI2702";

    /// <summary>A layer whose sizes contradict each other.</summary>
    public const string NetworkShape = "MEMTI2703";

    /// <summary>A network beyond what is read: too large a file, too many layers or too large a layer.</summary>
    public const string NetworkTooLarge = "MEMTI2704";

    /// <summary>A layer whose input has a size that nothing before it gives; a warning.</summary>
    public const string NetworkChain = "MEMTI2705";

    /// <summary>An ONNX file that is truncated, or that is something else.</summary>
    public const string OnnxUnreadable = "MEMTI2706";

    /// <summary>An ONNX operator, or an attribute of one, that is not supported.</summary>
    public const string OnnxOperator = "MEMTI2707";

    /// <summary>An ONNX graph that does not hang together: a tensor that nothing gives, a circle, nodes out of order.</summary>
    public const string OnnxGraph = "MEMTI2708";

    /// <summary>A shape in an ONNX graph that is unknown, or that an operator cannot take.</summary>
    public const string OnnxShape = "MEMTI2709";

    /// <summary>A plugin file that is no .NET assembly: truncated, native or something else.</summary>
    public const string PluginUnreadable = "MEMTI3001";

    /// <summary>A plugin folder without a plugin: no assembly in it declares one.</summary>
    public const string PluginUndeclared = "MEMTI3002";

    /// <summary>A plugin built for another version of the contract.</summary>
    public const string PluginContract = "MEMTI3003";

    /// <summary>A plugin whose own dependency cannot be loaded.</summary>
    public const string PluginDependencyMissing = "MEMTI3004";

    /// <summary>A plugin that threw.</summary>
    public const string PluginThrew = "MEMTI3005";

    /// <summary>A plugin that did not return within its time limit.</summary>
    public const string PluginTimedOut = "MEMTI3006";

    /// <summary>Two plugins with one id, or two that offer one kind.</summary>
    public const string PluginDuplicate = "MEMTI3007";

    /// <summary>A plugin that needs another plugin which is not there, or that needs itself in a circle.</summary>
    public const string PluginOrder = "MEMTI3008";

    /// <summary>A plugin whose entry type or registration breaks the contract.</summary>
    public const string PluginInvalid = "MEMTI3009";

    /// <summary>A plugin path that does not exist.</summary>
    public const string PluginPathMissing = "MEMTI3010";

    /// <summary>Firmware that threw.</summary>
    public const string FirmwareThrew = "MEMTI4001";

    /// <summary>Firmware that returned before the last frame.</summary>
    public const string FirmwareEnded = "MEMTI4002";

    /// <summary>Firmware that waits for something outside simulated time.</summary>
    public const string FirmwareStalled = "MEMTI4003";

    /// <summary>Firmware that goes on for ever at one moment of simulated time, or does not return to the simulator.</summary>
    public const string NoProgress = "MEMTI4004";

    /// <summary>The postings of the ledger do not add up to the integral of power.</summary>
    public const string LedgerOpen = "MEMTI4005";

    /// <summary>An operation that the power state or the memory contents do not allow.</summary>
    public const string IllegalOperation = "MEMTI4006";

    /// <summary>A design that finished frames late or skipped them; a warning.</summary>
    public const string FramesMissed = "MEMTI4007";

    /// <summary>A deployment of shared parameters to a network that has none.</summary>
    public const string NothingToDeploy = "MEMTI4010";

    /// <summary>A workload that writes a region of a memory more often than its cells survive; a warning.</summary>
    public const string EnduranceExceeded = "MEMTI4020";

    /// <summary>A workload that lasts longer than the contents of a memory do without being rewritten; a warning.</summary>
    public const string RetentionExceeded = "MEMTI4021";

    /// <summary>A memory whose scrubs are further apart than its contents last; a warning.</summary>
    public const string ScrubTooRare = "MEMTI4022";

    /// <summary>A memory that cannot be scrubbed, or whose cells cannot be written one by one.</summary>
    public const string MemoryCannotDo = "MEMTI4023";

    // Devices on a bus: 41xx.

    /// <summary>A window of addresses that overlaps another, or is none.</summary>
    public const string AddressOverlap = "MEMTI4101";

    /// <summary>An access to an address at which nothing answers.</summary>
    public const string BusAddress = "MEMTI4102";

    /// <summary>An access within a word.</summary>
    public const string BusAlignment = "MEMTI4103";

    /// <summary>Devices that go on for more events than a run permits.</summary>
    public const string EventLimit = "MEMTI4104";

    /// <summary>Contents that do not fit a memory; says by how much.</summary>
    public const string CapacityExceeded = "MEMTI5001";

    /// <summary>A memory model that gave a figure which cannot be: negative, infinite, not a number.</summary>
    public const string BadMemoryFigure = "MEMTI5002";

    /// <summary>No array is known that answers the request.</summary>
    public const string NoArray = "MEMTI5003";

    /// <summary>A cell that no plugin or cell file offers.</summary>
    public const string UnknownCell = "MEMTI5004";

    /// <summary>Faults of a multi-level cell whose level distributions nobody has stated.</summary>
    public const string NoLevelStatistics = "MEMTI5005";

    /// <summary>A word or key in a former spelling, which is taken.</summary>
    public const string FormerSpelling = "MEMTI5010";

    /// <summary>Single-level cells without level statistics, which are taken to be free of faults.</summary>
    public const string AssumedFaultFree = "MEMTI5011";

    /// <summary>A layer of a table that takes its weights from a layer that is not before it, or from one of several of that name.</summary>
    public const string UnknownWeights = "MEMTI6010";

    /// <summary>A layer that the accelerator cannot run.</summary>
    public const string UnsupportedLayer = "MEMTI6001";

    /// <summary>An accelerator plan with a figure which cannot be.</summary>
    public const string BadPlan = "MEMTI6002";

    /// <summary>A model whose parameters or layers contradict each other.</summary>
    public const string BadNetwork = "MEMTI6003";

    // Levels of memory cells, their faults and their correction: 65xx.

    /// <summary>Levels whose number is not what their bits need.</summary>
    public const string BadLevelCount = "MEMTI6501";

    /// <summary>A level with a mean that is no number, or a spread that is not above zero.</summary>
    public const string BadLevelSpread = "MEMTI6502";

    /// <summary>Levels whose means do not rise.</summary>
    public const string LevelsOutOfOrder = "MEMTI6503";

    /// <summary>Neighbouring levels so wide that no threshold tells them apart.</summary>
    public const string LevelsCross = "MEMTI6504";

    /// <summary>Cells that cannot hold a value of the asked width.</summary>
    public const string BadCellVector = "MEMTI6506";

    /// <summary>A drift parameter, time or temperature outside its range.</summary>
    public const string BadDrift = "MEMTI6507";

    /// <summary>An error-correcting code that does not exist.</summary>
    public const string BadErrorCorrection = "MEMTI6508";

    // Registers of an accelerator: 66xx.

    /// <summary>A register or a field that the device does not have.</summary>
    public const string UnknownRegister = "MEMTI6601";

    /// <summary>A write to an address of the device at which it has no register.</summary>
    public const string RegisterHole = "MEMTI6602";

    /// <summary>Registers that describe no layer: they contradict each other.</summary>
    public const string BadRegisters = "MEMTI6603";

    /// <summary>A start of a unit of the device that is not modelled.</summary>
    public const string UnmodelledUnit = "MEMTI6604";

    /// <summary>A layer that the registers of the device cannot describe.</summary>
    public const string LayerNotProgrammable = "MEMTI6605";

    // Build tasks: 70xx; what the build finds in weights and budgets has other blocks.

    /// <summary>A property, or metadata of an item, that cannot be read or is not taken.</summary>
    public const string BadBuildValue = "MEMTI7001";

    /// <summary>A worker that could not be started, or that ended without saying why.</summary>
    public const string BuildWorkerFailed = "MEMTI7002";

    /// <summary>Metadata of an item that nothing reads; a warning.</summary>
    public const string UnknownMetadata = "MEMTI7003";

    /// <summary>No worker where the build looks for it.</summary>
    public const string BuildWorkerMissing = "MEMTI7004";

    /// <summary>Two items of one type with the same name.</summary>
    public const string DuplicateBuildItem = "MEMTI7005";

    /// <summary>No scenario, or more than one, in a project that is to be built from one.</summary>
    public const string BuildScenario = "MEMTI7006";

    // Weight images and their manifests: 72xx.

    /// <summary>An image format that does not exist.</summary>
    public const string UnknownImageFormat = "MEMTI7201";

    /// <summary>A layout of an image that contradicts itself, its values or its cells.</summary>
    public const string BadImageLayout = "MEMTI7202";

    /// <summary>A region that has less room than its values take; says how many bytes are missing.</summary>
    public const string RegionTooSmall = "MEMTI7203";

    /// <summary>Two regions at the same addresses.</summary>
    public const string ImageOverlap = "MEMTI7204";

    /// <summary>An address that is within a word, or that a format cannot say.</summary>
    public const string ImageAddress = "MEMTI7205";

    /// <summary>A file that is not of the form that it should have; says at which byte.</summary>
    public const string ImageUnreadable = "MEMTI7206";

    /// <summary>A manifest whose seal is broken; says at which byte, where one bit was flipped.</summary>
    public const string ManifestDamaged = "MEMTI7207";

    /// <summary>A whole manifest of another form or version.</summary>
    public const string ManifestUnreadable = "MEMTI7208";

    /// <summary>A file that a manifest names and that is not there.</summary>
    public const string ImageMissing = "MEMTI7209";

    /// <summary>A file that is longer or shorter than its manifest says.</summary>
    public const string ImageLength = "MEMTI7210";

    /// <summary>A file with other bytes than its manifest says; says at which byte.</summary>
    public const string ImageDamaged = "MEMTI7211";

    /// <summary>A whole file that does not hold what its manifest says.</summary>
    public const string ImageContradiction = "MEMTI7212";

    /// <summary>Two images that cannot be compared.</summary>
    public const string ImagesDoNotCompare = "MEMTI7213";

    /// <summary>A region, task or tensor that a manifest does not have.</summary>
    public const string UnknownImage = "MEMTI7214";

    // From a request to images: 71xx.

    /// <summary>A request for weight images that does not fit its scenario, or itself.</summary>
    public const string RequestDoesNotFit = "MEMTI7101";

    /// <summary>An input that was changed while weights were made of it.</summary>
    public const string InputChanged = "MEMTI7102";

    /// <summary>A stage whose input, the result of the stage before, is not there or belongs to something else.</summary>
    public const string StageMissing = "MEMTI7103";

    /// <summary>A budget that the weights or the simulated deployment do not keep to.</summary>
    public const string BudgetExceeded = "MEMTI7104";

    /// <summary>Weight images that do not fit the scenario which shall run them.</summary>
    public const string DeploymentDoesNotFit = "MEMTI7105";

    // Training (8xxx): images 81xx, weights 82xx, runs 83xx.

    /// <summary>A set of images that is not where it was looked for; says how to get it.</summary>
    public const string ImagesMissing = "MEMTI8101";

    /// <summary>Images or labels that cannot be read: truncated, or of another form.</summary>
    public const string ImagesUnreadable = "MEMTI8102";

    /// <summary>A label that is no class of its set.</summary>
    public const string LabelOutOfRange = "MEMTI8103";

    /// <summary>Images that do not fit each other, their labels or the network.</summary>
    public const string ImagesDoNotFit = "MEMTI8104";

    /// <summary>A weight file that is damaged or of another form.</summary>
    public const string WeightsUnreadable = "MEMTI8201";

    /// <summary>Weights of another network: a tensor is missing or has another shape.</summary>
    public const string WeightsDoNotFit = "MEMTI8202";

    /// <summary>A model that cannot be trained.</summary>
    public const string NotTrainable = "MEMTI8301";

    /// <summary>A loss that is no number any more.</summary>
    public const string LossNotFinite = "MEMTI8302";

    /// <summary>A checkpoint that is damaged or belongs to another run.</summary>
    public const string CheckpointDoesNotFit = "MEMTI8303";

    /// <summary>A memory whose faults were asked for and that has none to offer.</summary>
    public const string NoFaults = "MEMTI8304";

    /// <summary>A fault of Memti itself: please report it.</summary>
    public const string InternalError = "MEMTI9001";
}
