using Memti.Abstractions.Diagnostics;
using Memti.Tensors.Formats;
using Memti.Trainers.Codes;

namespace Memti.Trainers.Weights;

/// <summary>Gives the tensors of other programs the names of the engine, and says so.</summary>
public static class WeightNames
{
    /// <summary>
    /// Attributes under which wrappers of PyTorch keep a network: data parallelism, compilation, and the usual names in training
    /// frameworks.
    /// </summary>
    private static readonly string[] Wrappers = ["module.", "_orig_mod.", "model.", "net.", "state_dict."];

    /// <summary>Renames tensors.</summary>
    /// <param name="state">Tensors as a file names them.</param>
    /// <param name="notices">Receives a message for each kind of renaming.</param>
    /// <returns>The tensors in their order; those that need no other name keep theirs.</returns>
    public static StateDict Restore(StateDict state, List<Diagnostic> notices)
    {
        StateDict bare = Renamed(state, Bare, out IReadOnlyList<(string From, string To)> stripped);
        if (stripped.Count > 0)
        {
            string[] prefixes = [.. stripped.Select(static name => name.From[..^name.To.Length]).Distinct()];
            notices.Add(Notice(
                string.Join(", ", prefixes),
                $"the prefix '{string.Join("', '", prefixes)}', which a wrapper of PyTorch leaves, is taken off the names of "
                    + $"{stripped.Count} tensors."));
        }

        StateDict own = Renamed(bare, OfFirstTask, out IReadOnlyList<(string From, string To)> published);
        if (published.Count > 0)
            notices.Add(Notice("residual_adapters", Published(bare, published)));
        return own;
    }

    private static string Published(StateDict bare, IReadOnlyList<(string From, string To)> renamed)
    {
        int tasks = 1 + (bare.Tensors.Max(static tensor => PublishedNames.Of(tensor.Name)?.Task) ?? 0);
        string first = tasks > 1 ? $" Of the {tasks} tasks in the file the first is taken." : "";
        return $"the names of {renamed.Count} tensors are those of the published residual_adapters code, such as '{renamed[0].From}', and "
            + $"are taken as '{renamed[0].To}' and so on.{first}";
    }

    private static string Bare(string name)
    {
        while (Array.Find(Wrappers, start => name.StartsWith(start, StringComparison.Ordinal)) is { } wrapper)
            name = name[wrapper.Length..];
        return name;
    }

    private static string OfFirstTask(string name) => PublishedNames.Of(name) is (string own, null or 0) ? own : name;

    private static StateDict Renamed(StateDict state, Func<string, string> rename, out IReadOnlyList<(string From, string To)> renamed)
    {
        StateDict named = new();
        HashSet<string> taken = [.. state.Tensors.Select(static tensor => tensor.Name), .. state.PassedOver.Keys];
        List<(string From, string To)> changes = [];
        foreach (StateTensor tensor in state.Tensors)
            named.Add(tensor with { Name = Name(tensor.Name) });
        foreach ((string name, string type) in state.PassedOver)
            named.PassOver(Name(name), type);
        renamed = changes;
        return named;

        // A name that another tensor has already stays with that one.
        string Name(string from)
        {
            string to = rename(from);
            if (to == from || !taken.Add(to))
                return from;
            changes.Add((from, to));
            return to;
        }
    }

    private static Diagnostic Notice(string value, string message) =>
        new(TrainerCodes.TensorsRenamed, message) { Severity = Severity.Message, Value = value };
}
