using System.Globalization;
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
        ContentBlock[] shared = [.. model.Starts.Select((_, network) => SharedOf(model, stored, network, static one => one.SharedWords))];
        ContentBlock[] used = [.. model.Starts.Select((_, network) => SharedOf(model, stored, network, Used))];
        return new(
            model,
            shared.Sum(static block => block.Words),
            [.. stored.Select(static one => one.TaskWords)],
            stored.Max(static one => one.FeatureBits))
        {
            Shared = [.. shared.Where(static block => block.Words > 0)],
            Unused = [.. shared.Zip(used, static (all, one) => all with { Words = all.Words - one.Words })
                .Where(static block => block.Words > 0)],
        };
    }

    /// <summary>What several accelerators have stored of one network, where it has to serve all.</summary>
    public static NetworkStorage Most(IReadOnlyList<NetworkStorage> stored)
    {
        long shared = stored.Max(static one => one.SharedWords);
        return new(shared, stored.Max(static one => one.TaskWords), stored.Max(static one => one.FeatureBits))
        {
            UnusedSharedWords = shared - stored.Max(Used),
        };
    }

    /// <summary>The shared parameters of each network that has some.</summary>
    public IReadOnlyList<ContentBlock> Shared { get; private init; } = [];

    /// <summary>Words of shared parameters that hold nothing, of each network that has some.</summary>
    public IReadOnlyList<ContentBlock> Unused { get; private init; } = [];

    /// <summary>Words of shared parameters that hold something.</summary>
    public long UsedSharedWords => SharedWords - Unused.Sum(static block => block.Words);

    /// <summary>Why weight images do not hold what the accelerator reads; null when every parameter takes one word, as there. Beside them
    /// may be words that hold nothing.</summary>
    public string? Difference
    {
        get
        {
            if (UsedSharedWords != Plan.SharedParameters)
                return Apart("shared parameters", UsedSharedWords, Plan.SharedParameters);
            int other = Enumerable.Range(0, TaskWords.Count)
                .FirstOrDefault(task => TaskWords[task] != Plan.Tasks[task].TaskParameterCount, -1);
            return other < 0 ? null : Apart($"task '{Plan.Tasks[other].Name}'", TaskWords[other], Plan.Tasks[other].TaskParameterCount);
        }
    }

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

    private static string Apart(string what, long words, long parameters) => string.Create(
        CultureInfo.InvariantCulture,
        $"for {what} the accelerator reads {words} words, and the images have one for each of {parameters} parameters: it has kernels "
            + $"transformed, padded or in another memory");

    private static long Used(NetworkStorage one) => one.SharedWords - one.UnusedSharedWords;

    private static ContentBlock SharedOf(
        PlannedModel model, IReadOnlyList<NetworkStorage> stored, int network, Func<NetworkStorage, long> words)
    {
        int end = network + 1 < model.Starts.Count ? model.Starts[network + 1] : stored.Count;
        return new(stored.Take(end).Skip(model.Starts[network]).Max(words), model.SharedBitsOf(network));
    }

    private static long Input(Layer layer) => (long)layer.InputChannels * layer.InputHeight * layer.InputWidth;

    private static long Output(Layer layer) => (long)layer.OutputChannels * layer.OutputHeight * layer.OutputWidth;
}
