using System.Globalization;
using System.Text.RegularExpressions;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Graphs;
using Memti.Abstractions.Graphs.Operations;
using Memti.Plugins.Torch.Codes;

namespace Memti.Plugins.Torch.Networks;

/// <summary>
/// Which convolutions of a graph get adapters: <c>conv 3x3</c> and other sizes, <c>depthwise</c>, <c>all convs</c>, patterns of names with
/// <c>*</c>; commas between several.
/// </summary>
internal static partial class AdapterSites
{
    /// <summary>Convolutions that a finding lists.</summary>
    private const int MostListed = 20;

    /// <summary>Names of the nodes that a rule chooses.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="rule">The rule, such as <c>conv 3x3, depthwise</c>.</param>
    /// <param name="canAdapt">True for a convolution beside or behind which the form of adapters can stand.</param>
    /// <exception cref="MemtiException"><see cref="TorchCodes.NowhereToAdapt"/>: a word of the rule chooses nothing.</exception>
    public static IReadOnlySet<string> Of(NetworkGraph graph, string rule, Func<GraphNode, bool> canAdapt)
    {
        Site[] sites = [.. graph.Nodes.Where(static node => node.Operation is Convolution).Select(node => new Site(graph, node))];
        HashSet<string> chosen = new(StringComparer.Ordinal);
        foreach (string word in rule.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] found =
            [
                .. sites.Where(site => !site.IsClassifier && Chooses(word, site) && canAdapt(site.Node))
                    .Select(static site => site.Node.Name),
            ];
            if (found.Length == 0)
                throw Nowhere(graph, word, sites);
            chosen.UnionWith(found);
        }

        return chosen.Count > 0 ? chosen : throw Nowhere(graph, rule, sites);
    }

    private static bool Chooses(string word, Site site)
    {
        if (word is "all convs" or "convs")
            return true;
        if (word == "depthwise")
            return site.IsDepthwise;
        Match size = Size().Match(word);
        if (size.Success)
            return !site.IsDepthwise
                && site.Rows == int.Parse(size.Groups["rows"].ValueSpan, CultureInfo.InvariantCulture)
                && site.Columns == int.Parse(size.Groups["columns"].ValueSpan, CultureInfo.InvariantCulture);
        string pattern = "^" + Regex.Escape(word).Replace("\\*", ".*", StringComparison.Ordinal) + "$";
        return Regex.IsMatch(site.Node.Name, pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }

    private static MemtiException Nowhere(NetworkGraph graph, string word, Site[] sites)
    {
        string there = sites.Length == 0
            ? "it has none"
            : "there are " + string.Join(", ", sites.Take(MostListed).Select(static site => site.ToString()))
                + (sites.Length > MostListed ? $" and {sites.Length - MostListed} more" : "");
        return new MemtiException(new Diagnostic(
            TorchCodes.NowhereToAdapt,
            $"'adapters_at' is '{word}', and network '{graph.Name}' has no convolution there that can be adapted; {there}.")
        {
            Key = "adapters_at",
            Value = word,
            Permitted = "conv 3x3 and other sizes, depthwise, all convs, or a pattern of names",
        });
    }

    [GeneratedRegex("^conv (?<rows>[0-9]{1,4})x(?<columns>[0-9]{1,4})$")]
    private static partial Regex Size();

    private sealed record Site(NetworkGraph Graph, GraphNode Node)
    {
        private readonly GraphParameter? _kernel = Graph.Parameters.FirstOrDefault(parameter => parameter.Name == Node.Inputs[1]);

        public int Rows => _kernel?.Shape[2] ?? 0;

        public int Columns => _kernel?.Shape[3] ?? 0;

        public bool IsDepthwise => Node.Operation is Convolution { Groups: > 1 } && _kernel?.Shape[1] == 1;

        public bool IsClassifier => _kernel?.Role == ParameterRole.ClassifierWeight;

        public override string ToString() => $"'{Node.Name}' ({(IsDepthwise ? "depthwise" : "conv")} {Rows}x{Columns})";
    }
}
