using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Engines;
using Memti.Abstractions.Graphs;
using Memti.Abstractions.Training;
using Memti.Plugins.Torch.Codes;
using Memti.Plugins.Torch.Natives;
using Memti.Plugins.Torch.Training;
using TorchSharp;

namespace Memti.Plugins.Torch.Engines;

/// <summary>
/// Trains any graph with TorchSharp. The same request gives the same bits with the same libtorch, device, instruction set and number of
/// threads, not on every machine.
/// </summary>
public sealed class TorchEngine : ITrainingEngine
{
    /// <inheritdoc />
    /// <exception cref="MemtiException">
    /// <see cref="TorchCodes.LibraryMissing"/>, <see cref="TorchCodes.LibraryUnusable"/>, <see cref="TorchCodes.DeviceMissing"/>.
    /// </exception>
    public EngineDescription Describe(EngineSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        NativeLibraries.Require();
        return new EngineDescription(
            "torch",
            $"TorchSharp {typeof(torch).Assembly.GetName().Version?.ToString(3)}, libtorch {LibraryNames.Version}",
            ComputeDevice.NameOf(settings.Device),
            PrecisionText(settings),
            settings.Device == TrainingDevice.Cpu ? InstructionSet.Name : "");
    }

    /// <inheritdoc />
    /// <exception cref="MemtiException">
    /// Those of <see cref="Describe"/>; <see cref="DiagnosticCode.ImagesDoNotFit"/>; <see cref="TorchCodes.UnsuitableGraph"/>.
    /// </exception>
    public IGraphTrainer CreateTrainer(NetworkGraph graph, TrainerRequest request, EngineSettings settings)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Threads, 1, nameof(request));
        EngineDescription engine = Describe(settings);
        return TorchTrainer.Create(graph, request, settings, engine, ComputeDevice.Of(settings.Device));
    }

    private static string PrecisionText(EngineSettings settings) => settings switch
    {
        { Precision: TrainingPrecision.Single } => "fp32",
        { FinalEpochs: 0 } => "bf16",
        { FinalEpochs: 1 } => "bf16, last epoch fp32",
        _ => $"bf16, last {settings.FinalEpochs} epochs fp32",
    };
}
