using Memti.Abstractions.Parameters;
using Memti.Networks.Inputs;

namespace Memti.Runs.Networks;

/// <summary>What a scenario says of a network that is data.</summary>
public sealed class LayerTableOptions
{
    /// <summary>Name of a shipped network, or path of a file. Required.</summary>
    [Parameter(
        "Name of a shipped network (memti networks list), or path of a .csv, .yaml, .json or .onnx file relative to the scenario; "
            + "required")]
    public ScenarioFile? File { get; set; }

    /// <summary>Frames that an ONNX graph takes at once; null for one. Default: null.</summary>
    [Parameter(
        "Frames that an ONNX graph takes at once; the layers are those of one frame",
        Minimum = 1,
        Maximum = NetworkInputs.MostFrames,
        Source = "the file: one frame, unless it states a batch",
        Status = NumberStatus.Published)]
    public int? Batch { get; set; }

    /// <summary>Shapes of inputs that an ONNX graph leaves open or fixes otherwise. Default: those of the file.</summary>
    [Parameter(
        "Shapes of inputs that an ONNX graph leaves open or fixes otherwise, such as image=1x3x224x224; commas between several",
        Source = "the file states the shapes of its inputs",
        Status = NumberStatus.Published)]
    public string? Inputs { get; set; }

    /// <summary>Which parameters the tasks share. Default: none.</summary>
    [Parameter(
        "Parameters that the tasks share: none (each task has a whole network of its own, kept at task_bits), or backbone (all but the "
            + "last fully connected layer)",
        Source = "a plain network per task is the reference of the MEMTI paper; a shared backbone with a classifier per task is the "
            + "plainest multi-task network")]
    public ParameterSharing Shares { get; set; } = ParameterSharing.None;

    /// <summary>Bits of one stored shared parameter. Range: 1 to 16. Default: 8.</summary>
    [Parameter(
        "Bits of one stored shared parameter",
        Unit = "bit",
        Minimum = 1,
        Maximum = 16,
        Source = "Donato et al., IEEE Micro 2019: 2 bits sign and integer, 6 bits fraction",
        Status = NumberStatus.Published)]
    public int SharedBits { get; set; } = 8;

    /// <summary>Bits of one stored task-specific parameter. Range: 1 to 16. Default: 8.</summary>
    [Parameter(
        "Bits of one stored task-specific parameter; with shares none, of every parameter",
        Unit = "bit",
        Minimum = 1,
        Maximum = 16,
        Source = "Donato et al., IEEE Micro 2019: 8 bits in the whole model",
        Status = NumberStatus.Published)]
    public int TaskBits { get; set; } = 8;
}
