using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;
using Memti.WeightImages.Differences;
using Memti.WeightImages.Layouts;

namespace Memti.Runs.Deployments;

/// <summary>
/// What a switch from one task's set to another's takes in a memory that writes only the cells that change: bit by bit where there are
/// weight images of both, else for levels that are equally likely. What is there is read first.
/// </summary>
/// <param name="figures">The sized memory.</param>
/// <param name="cellsPerBit">Cells that a data bit takes.</param>
/// <param name="weights">Images of the tasks; null without.</param>
internal sealed class SlotReplacements(MemoryFigures figures, double cellsPerBit, DeployedWeights? weights)
{
    /// <summary>What was used, for the report.</summary>
    public const string Blind = "every cell";

    /// <summary>The cost by the task that is there and the one that comes.</summary>
    /// <param name="memory">Name of the memory.</param>
    /// <param name="tasks">Names of the tasks.</param>
    /// <param name="sets">Their sizes.</param>
    public Func<int, int, LevelWrite> Of(string memory, IReadOnlyList<string> tasks, IReadOnlyList<DataSize> sets)
    {
        RegionImage?[] images = [.. tasks.Select(task => Usable(memory, task))];
        return (there, comes) => Of(images[there], images[comes], sets[comes]);
    }

    /// <summary>What the report says of a memory's writes.</summary>
    public string Describe(string memory, IReadOnlyList<string> tasks) => tasks.All(task => Usable(memory, task) is not null)
        ? "cells that change, by the weight images"
        : "cells that change, levels equally likely";

    /// <summary>The image of a task, where it lies in cells of the memory's levels; bits without levels are cells of two.</summary>
    private RegionImage? Usable(string memory, string task) =>
        weights?.Image(memory, task) is { } image
            && (image.Levels.IsEmpty
                ? figures.LevelWrites!.Levels == 2
                : !image.Levels.Span.ContainsAnyExceptInRange((byte)0, (byte)(figures.LevelWrites!.Levels - 1)))
            ? image
            : null;

    private LevelWrite Of(RegionImage? there, RegionImage? comes, DataSize set)
    {
        LevelWrite write = there is null || comes is null
            ? figures.LevelWrites!.OfChanges(set.Bits * cellsPerBit)
            : figures.LevelWrites!.Of(Changes(there, comes));
        SimTime comparison = set == DataSize.Zero ? SimTime.Zero : set / figures.SustainedRead;
        return new LevelWrite(write.Energy + (figures.SustainedReadPerBit * set.Bits), write.Time + comparison);
    }

    /// <summary>Cells that change, and those beyond the end of the set that is there, of which nothing is known.</summary>
    private IEnumerable<(int From, int To, double Cells)> Changes(RegionImage there, RegionImage comes)
    {
        foreach (LevelChange change in weights!.Difference(there, comes).Levels)
            yield return (change.From, change.To, change.Cells);
        int levels = figures.LevelWrites!.Levels;
        double beyond = Math.Max(0, comes.Cells - there.Cells) / (double)(levels * levels);
        for (int pair = 0; pair < levels * levels && beyond > 0; pair++)
            if (pair / levels != pair % levels)
                yield return (pair / levels, pair % levels, beyond);
    }
}
