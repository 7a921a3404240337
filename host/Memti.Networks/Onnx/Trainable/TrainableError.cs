using Memti.Abstractions.Diagnostics;
using Memti.Networks.Codes;
using Memti.Networks.Onnx.Graphs;

namespace Memti.Networks.Onnx.Trainable;

/// <summary>Errors of graphs that can be read, and not trained. The key is the name of the node or tensor.</summary>
internal static class TrainableError
{
    /// <summary>An operator, or a use of one.</summary>
    public static MemtiException Operator(NodeScope scope, string value, string permitted) => Of(
        NetworkCodes.NotTrainable,
        scope.Node.Shown,
        $"node '{scope.Node.Shown}' ({scope.Shown}): {value} cannot be trained; permitted: {permitted}.",
        value,
        permitted);

    /// <summary>Something of the graph as a whole.</summary>
    public static MemtiException Graph(string key, string value, string permitted) => Of(
        NetworkCodes.NotTrainable, key, $"'{key}': {value}; the graph cannot be trained; permitted: {permitted}.", value, permitted);

    /// <summary>Weights that cannot be read.</summary>
    public static MemtiException Weights(string tensor, string value, string permitted) => Of(
        NetworkCodes.WeightsUnreadable,
        tensor,
        $"the weights '{tensor}' cannot be read: {value}; permitted: {permitted}.",
        value,
        permitted);

    private static MemtiException Of(string code, string key, string message, string value, string permitted) =>
        new(new Diagnostic(code, message) { Key = key, Value = value, Permitted = permitted });
}
