using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Plugins.Figures;
using Memti.Plugins.Guarding;
using Memti.Runs.Networks;

namespace Memti.Runs.Planning;

/// <summary>What a model says, asked once: a plugin's property may compute, hang or change its mind.</summary>
/// <param name="Tasks">The tasks, in the order of the scenario.</param>
/// <param name="SharedBits">Bits of one stored shared parameter.</param>
/// <param name="TaskBits">Bits of one stored task-specific parameter.</param>
/// <param name="Networks">The layers of each task.</param>
internal sealed record PlannedModel(IReadOnlyList<TaskDescription> Tasks, int SharedBits, int TaskBits, IReadOnlyList<Network> Networks)
{
    /// <summary>What the file of a network leaves out.</summary>
    public IReadOnlyList<Diagnostic> Warnings { get; init; } = [];

    /// <summary>Parameters that all tasks share.</summary>
    public long SharedParameters => Starts.Sum(first => Tasks[first].SharedParameters);

    /// <summary>The first task of each network of the scenario. Default: that of the only one.</summary>
    public IReadOnlyList<int> Starts { get; private init; } = [0];

    /// <summary>Several networks as one model: the tasks of each come after those before it.</summary>
    public static PlannedModel Join(IReadOnlyList<PlannedModel> models)
    {
        List<int> starts = [];
        int tasks = 0;
        foreach (PlannedModel model in models)
        {
            starts.Add(tasks);
            tasks += model.Tasks.Count;
        }

        return new PlannedModel(
            [.. models.SelectMany(static model => model.Tasks)],
            models.Max(static model => model.SharedBits),
            models.Max(static model => model.TaskBits),
            [.. models.SelectMany(static model => model.Networks)])
        {
            Warnings = [.. models.SelectMany(static model => model.Warnings)],
            Starts = starts,
        };
    }

    /// <summary>Bits of a stored parameter of a task: those of its network, where there are several.</summary>
    public int TaskBitsOf(int task) => Starts.Count == 1 ? TaskBits : Networks[task].TaskBits;

    /// <summary>Bits of a stored shared parameter of a network.</summary>
    /// <param name="network">Its place in <see cref="Starts"/>.</param>
    public int SharedBitsOf(int network) => Starts.Count == 1 ? SharedBits : Networks[Starts[network]].SharedBits;

    /// <summary>Asks a model.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.BadNetwork"/> when what it says contradicts itself.</exception>
    public static PlannedModel Of(IModel model, int tasks)
    {
        TaskDescription[] descriptions = [.. PluginAnswer.Whole(model.Tasks, "Tasks")];
        Require(descriptions.Length == tasks, $"the model was asked for {tasks} tasks and has {descriptions.Length}.");
        (int shared, int own) = (model.SharedBits, model.TaskBits);
        Require(
            shared is >= 1 and <= 64 && own is >= 1 and <= 64,
            $"the model stores parameters of {shared} and {own} bits; permitted: 1 to 64.");
        return new PlannedModel(
            descriptions,
            shared,
            own,
            [.. descriptions.Select((task, index) => FigureCheck.Network(task, PluginAnswer.Whole(model.Build(index), "Build")))])
        {
            Warnings = model is LayerTableModel table ? table.Warnings : [],
        };
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
            throw new MemtiException(DiagnosticCode.BadNetwork, message);
    }
}
