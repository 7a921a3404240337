using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Plugins.Figures;
using Memti.Scenarios.Designs;

namespace Memti.Runs.Planning;

/// <summary>A model as the accelerator has it stored.</summary>
/// <param name="Plan">The model.</param>
/// <param name="SharedWords">Words of the parameters that all tasks share.</param>
/// <param name="TaskWords">Words of each task's own parameters, in the order of the tasks.</param>
/// <param name="FeatureBits">Bits of one feature.</param>
internal sealed record StoredModel(PlannedModel Plan, long SharedWords, IReadOnlyList<long> TaskWords, int FeatureBits)
{
    /// <summary>Takes what an accelerator says of each network.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.BadPlan"/> when it has less stored than the network has, or nothing for
    /// a feature.</exception>
    public static StoredModel Of(PlannedModel model, IReadOnlyList<NetworkStorage> stored)
    {
        for (int task = 0; task < stored.Count; task++)
            FigureCheck.Storage(model.Tasks[task], stored[task]);
        ContentBlock[] shared = [.. model.Starts.Select((_, network) => SharedOf(model, stored, network))];
        return new(
            model,
            shared.Sum(static block => block.Words),
            [.. stored.Select(static one => one.TaskWords)],
            stored.Max(static one => one.FeatureBits))
        {
            Shared = [.. shared.Where(static block => block.Words > 0)],
        };
    }

    /// <summary>The shared parameters of each network that has some.</summary>
    public IReadOnlyList<ContentBlock> Shared { get; private init; } = [];

    /// <summary>True when every parameter takes one word, as in weight images.</summary>
    public bool IsPlain =>
        SharedWords == Plan.SharedParameters && TaskWords.SequenceEqual(Plan.Tasks.Select(static task => task.TaskParameterCount));

    /// <summary>Size of the shared parameters.</summary>
    public DataSize SharedSet => DataSize.FromBits(Shared.Sum(static block => checked(block.Words * block.BitsPerWord)));

    /// <summary>Size of a task's own parameters.</summary>
    public DataSize TaskSet(int task) => DataSize.FromBits(checked(TaskWords[task] * Plan.TaskBitsOf(task)));

    /// <summary>Size of the frame that a task takes.</summary>
    public DataSize Frame(int task) => DataSize.FromBits(checked(InputOf(Plan.Networks[task]) * FeatureBits));

    /// <summary>Size of the features that live together, of the network that needs most.</summary>
    public DataSize Activations => DataSize.FromBits(checked(PeakFeatures * FeatureBits));

    /// <summary>Most features that live together: a layer's input and output, and a second operand where it adds one.</summary>
    public long PeakFeatures => Plan.Networks.Max(
        static network => network.Layers.Max(static layer => Input(layer) + (Output(layer) * (layer.AddsOperand ? 2 : 1))));

    /// <summary>Task sets that a memory holds at one time.</summary>
    public int Resident(MemorySpec memory) => memory.Slots(TaskWords.Count);

    /// <summary>Features of the frame that a network takes.</summary>
    public static long InputOf(Network network) =>
        (long)network.Layers[0].InputChannels * network.Layers[0].InputHeight * network.Layers[0].InputWidth;

    private static ContentBlock SharedOf(PlannedModel model, IReadOnlyList<NetworkStorage> stored, int network)
    {
        int end = network + 1 < model.Starts.Count ? model.Starts[network + 1] : stored.Count;
        return new(
            stored.Take(end).Skip(model.Starts[network]).Max(static one => one.SharedWords), model.SharedBitsOf(network));
    }

    private static long Input(Layer layer) => (long)layer.InputChannels * layer.InputHeight * layer.InputWidth;

    private static long Output(Layer layer) => (long)layer.OutputChannels * layer.OutputHeight * layer.OutputWidth;
}
