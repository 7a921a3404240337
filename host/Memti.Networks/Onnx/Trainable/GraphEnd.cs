using Memti.Abstractions.Diagnostics;
using Memti.Documents.Names;
using Memti.Networks.Onnx.Wire;

namespace Memti.Networks.Onnx.Trainable;

/// <summary>Ends a graph at one of its values: what the value does not depend on is left out before shapes are computed.</summary>
internal static class GraphEnd
{
    /// <summary>Makes a value the only output.</summary>
    /// <exception cref="MemtiException">No node gives the value.</exception>
    public static void MoveTo(OnnxModel model, string output)
    {
        Dictionary<string, OnnxNode> givers = new(StringComparer.Ordinal);
        foreach (OnnxNode node in model.Graph.Nodes)
            foreach (string name in node.Outputs.Where(static name => name.Length > 0))
                givers.TryAdd(name, node);
        if (!givers.ContainsKey(output))
            throw TrainableError.Graph(
                output,
                "no node gives this value",
                NearestName.Of(output, givers.Keys) ?? $"outputs of nodes, such as '{givers.Keys.LastOrDefault()}'");
        HashSet<OnnxNode> needed = new(ReferenceEqualityComparer.Instance);
        Stack<string> open = new([output]);
        while (open.TryPop(out string? name))
            if (givers.TryGetValue(name, out OnnxNode? node) && needed.Add(node))
                foreach (string input in node.Inputs)
                    open.Push(input);
        model.Graph.Nodes.RemoveAll(node => !needed.Contains(node));
        model.Graph.Outputs.Clear();
        model.Graph.Outputs.Add(output);
    }
}
