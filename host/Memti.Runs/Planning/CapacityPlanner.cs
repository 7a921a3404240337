using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Runs.Codes;
using Memti.Runs.Deployments;
using Memti.Scenarios.Designs;
using Memti.Scenarios.Images;

namespace Memti.Runs.Planning;

/// <summary>
/// What each memory of a design has to hold at one time: weight images where there are some, else what the accelerator has the networks
/// stored as.
/// </summary>
internal sealed class CapacityPlanner(StoredModel model, DeployedWeights? weights)
{
    /// <summary>The blocks of a memory.</summary>
    /// <param name="memory">The memory.</param>
    /// <param name="contents">What it has room for.</param>
    /// <param name="image">How its image is laid out; null for the default.</param>
    /// <exception cref="MemtiException"><see cref="RunCodes.DeploymentDoesNotFit"/>: an image lacks what the memory has to
    /// hold.</exception>
    public IReadOnlyList<ContentBlock> Of(MemorySpec memory, MemoryContents contents, ImageSpec? image)
    {
        List<ContentBlock> counted = Parameters(memory, contents);
        string[] pinned = [.. memory.Pinned.Select(task => model.Plan.Tasks[task].Name)];
        // Words that hold nothing are counted, and no image has them.
        IReadOnlyList<ContentBlock> unused = contents.HasFlag(MemoryContents.Shared) ? model.Unused : [];
        long parameters = counted.Sum(static block => block.Words) - unused.Sum(static block => block.Words);
        return weights?.Contents(memory.Name, model.Resident(memory), pinned, parameters) is { } images
            ? [.. images, .. unused, .. Buffers(contents)]
            : [.. counted, .. ScrubRule.CheckBits(memory, image, counted), .. Buffers(contents)];
    }

    private List<ContentBlock> Parameters(MemorySpec memory, MemoryContents contents)
    {
        List<ContentBlock> blocks = [];
        if (contents.HasFlag(MemoryContents.Shared))
            blocks.AddRange(model.Shared);
        if (contents.HasFlag(MemoryContents.TaskSpecific))
            blocks.AddRange(LargestTaskSets(model.Resident(memory), memory.Pinned));
        if (contents.HasFlag(MemoryContents.AllTasks))
            blocks.AddRange(LargestTaskSets(model.TaskWords.Count, []));
        return blocks;
    }

    private IEnumerable<ContentBlock> Buffers(MemoryContents contents)
    {
        if (contents.HasFlag(MemoryContents.Activations))
            yield return new ContentBlock(model.PeakFeatures, model.FeatureBits);
        if (contents.HasFlag(MemoryContents.Input))
            yield return new ContentBlock(model.Plan.Networks.Max(StoredModel.InputOf), model.FeatureBits);
    }

    /// <summary>The sets of pinned tasks, and the largest of the others.</summary>
    private IEnumerable<ContentBlock> LargestTaskSets(int count, IReadOnlyList<int> pinned) => model.TaskWords
        .Select((words, task) => (Set: new ContentBlock(words, model.Plan.TaskBitsOf(task)), IsPinned: pinned.Contains(task)))
        .OrderByDescending(static task => task.IsPinned)
        .ThenByDescending(static task => task.Set.Size.Bits)
        .Take(count)
        .Select(static task => task.Set)
        .OrderByDescending(static set => set.Size.Bits);
}
