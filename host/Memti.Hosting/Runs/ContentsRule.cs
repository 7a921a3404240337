using Memti.Abstractions;

namespace Memti.Hosting;

/// <summary>What each memory of a design has to hold at one time: weight images where there are some, else from what the networks have.</summary>
internal sealed class ContentsRule(PlannedModel model, DeployedWeights? weights)
{
    private const int FeatureBits = 8;

    /// <summary>The blocks of a memory.</summary>
    /// <param name="memory">Name of the memory.</param>
    /// <param name="holds">What the scenario has it hold.</param>
    /// <param name="residentTasks">Task sets that fit at one time.</param>
    /// <param name="pinned">Tasks that are among them at all times.</param>
    /// <param name="checkBits">Check bits of parameters that no image has laid out.</param>
    public IReadOnlyList<ContentBlock> Of(
        string memory, MemoryContents holds, int residentTasks, IReadOnlyList<int> pinned, Func<IEnumerable<ContentBlock>, IEnumerable<ContentBlock>> checkBits) =>
        [.. weights?.Contents(memory, residentTasks, [.. pinned.Select(Name)]) ?? WithCheckBits(Parameters(holds, residentTasks, pinned), checkBits), .. Buffers(holds)];

    private static IReadOnlyList<ContentBlock> WithCheckBits(IReadOnlyList<ContentBlock> parameters, Func<IEnumerable<ContentBlock>, IEnumerable<ContentBlock>> checkBits) =>
        [.. parameters, .. checkBits(parameters)];

    private string Name(int task) => model.Tasks[task].Name;

    private List<ContentBlock> Parameters(MemoryContents holds, int residentTasks, IReadOnlyList<int> pinned)
    {
        List<ContentBlock> blocks = [];
        if (holds.HasFlag(MemoryContents.Shared) && model.SharedParameters > 0)
            blocks.Add(new ContentBlock(model.SharedParameters, model.SharedBits));
        if (holds.HasFlag(MemoryContents.TaskSpecific))
            blocks.AddRange(LargestTaskSets(residentTasks, pinned));
        if (holds.HasFlag(MemoryContents.AllTasks))
            blocks.AddRange(LargestTaskSets(model.Tasks.Count, []));
        return blocks;
    }

    private IEnumerable<ContentBlock> Buffers(MemoryContents holds)
    {
        if (holds.HasFlag(MemoryContents.Activations))
            yield return new ContentBlock(model.Networks.Max(PeakFeatures), FeatureBits);
        if (holds.HasFlag(MemoryContents.Input))
            yield return new ContentBlock(model.Networks.Max(static network => Input(network.Layers[0])), FeatureBits);
    }

    /// <summary>The sets of pinned tasks, and the largest of the others.</summary>
    private IEnumerable<ContentBlock> LargestTaskSets(int count, IReadOnlyList<int> pinned) => model.Tasks
        .Select((task, index) => (Parameters: task.TaskParameterCount, IsPinned: pinned.Contains(index)))
        .OrderByDescending(static task => task.IsPinned)
        .ThenByDescending(static task => task.Parameters)
        .Take(count)
        .Select(static task => task.Parameters)
        .OrderDescending()
        .Select(parameters => new ContentBlock(parameters, model.TaskBits));

    /// <summary>A layer's input and output live together, and a second operand where it adds one.</summary>
    private static long PeakFeatures(Network network) =>
        network.Layers.Max(static layer => Input(layer) + (Output(layer) * (layer.AddsOperand ? 2 : 1)));

    private static long Input(Layer layer) => (long)layer.InputChannels * layer.InputHeight * layer.InputWidth;

    private static long Output(Layer layer) => (long)layer.OutputChannels * layer.OutputHeight * layer.OutputWidth;
}
