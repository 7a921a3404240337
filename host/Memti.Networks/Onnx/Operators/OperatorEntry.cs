using Memti.Networks.Onnx.Graphs;

namespace Memti.Networks.Onnx.Operators;

/// <summary>What is done with the nodes of an operator.</summary>
/// <param name="Apply">Computes the outputs, at least the first one, and adds the layers.</param>
/// <param name="Multiplies">
/// True for an operator that multiplies with weights. What it cannot do is an error; of the others it is one only where a layer needs them.
/// </param>
internal sealed record OperatorEntry(Func<NodeScope, IReadOnlyList<GraphValue>> Apply, bool Multiplies)
{
    public static OperatorEntry Layer(Func<NodeScope, GraphValue> apply) => new(scope => [apply(scope)], Multiplies: true);

    public static OperatorEntry Of(Func<NodeScope, GraphValue> apply) => new(scope => [apply(scope)], Multiplies: false);

    public static OperatorEntry Many(Func<NodeScope, IReadOnlyList<GraphValue>> apply) => new(apply, Multiplies: false);
}
