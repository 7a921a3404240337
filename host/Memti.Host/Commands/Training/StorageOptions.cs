using System.CommandLine;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Plugins;
using Memti.Scenarios.Bindings;
using Memti.Training.Faults;
using Memti.Training.Plans;

namespace Memti.Host.Commands.Training;

/// <summary>Options for the memories of the parameters.</summary>
internal sealed class StorageOptions
{
    private const string MemorySetName = "--memory-set";
    private const string TaskMemorySetName = "--task-memory-set";

    private readonly Option<string?> _memory = new("--memory", "-m")
    {
        Description = "Memory kind for the parameters that tasks share, such as rram. Without it, and in a memory without faults "
            + "(sram, dram), they are safe.",
        HelpName = "KIND"
    };
    private readonly Option<string[]> _memorySet = new(MemorySetName)
    {
        Description = "Option of --memory, such as bits_per_cell=3 or value_cells=2+3+3. May be given more than once.",
        HelpName = "KEY=VALUE"
    };
    private readonly Option<string?> _taskMemory = new("--task-memory")
    {
        Description = "Memory kind for the parameters of the task. Without it, they are safe.",
        HelpName = "KIND"
    };
    private readonly Option<string[]> _taskMemorySet = new(TaskMemorySetName)
    {
        Description = "Option of --task-memory. May be given more than once.",
        HelpName = "KEY=VALUE"
    };

    private readonly Option<double> _prune = new KeyOption<double>(TrainingKeys.Prune);

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_memory, _memorySet, _taskMemory, _taskMemorySet, _prune])
            command.Options.Add(option);
    }

    /// <summary>The memories; null, after printing errors, when one of them is not usable.</summary>
    public WeightStorage? Plan(ParseResult parsed, TrainingSession session)
    {
        // A single &, so that errors of both memories are printed.
        bool sound =
            Memory(parsed, session, _memory, _memorySet, out ComponentSpec? shared)
                & Memory(parsed, session, _taskMemory, _taskMemorySet, out ComponentSpec? task);
        if (sound)
            TrainingSession.Accept(new MemoryRegions(session.Catalog).Notices(shared, task));
        return sound ? new WeightStorage { Shared = shared, Task = task, Pruned = parsed.GetValue(_prune) } : null;
    }

    private static bool Memory(
        ParseResult parsed, TrainingSession session, Option<string?> kind, Option<string[]> options, out ComponentSpec? memory)
    {
        memory = null;
        string[] texts = parsed.GetValue(options) ?? [];
        if (parsed.GetValue(kind) is { } name)
            return (memory = session.Component(PluginContract.Memory, name, options.Name, texts)) is not null;
        return texts.Length == 0
            || TrainingSession.Refuse(
                new Diagnostic(DiagnosticCode.BadOption, $"{options.Name} needs {kind.Name}, which says what memory it is an option of.")
                {
                    Key = options.Name
                });
    }
}
