using Memti.Abstractions.Diagnostics;
using Memti.Networks.Codes;
using Memti.Networks.Layers;

namespace Memti.Networks.Onnx.Graphs;

/// <summary>Errors of graphs that cannot be read. The key is the name of the node or tensor.</summary>
internal static class GraphError
{
    /// <summary>An unsupported operator, or an unsupported use of one.</summary>
    public static MemtiException Operator(NodeScope scope, string value, string permitted) =>
        Of(
            NetworkCodes.OnnxOperator,
            scope.Node.Shown,
            $"node '{scope.Node.Shown}' ({scope.Shown}): {value} is not supported; permitted: {permitted}.",
            value,
            permitted);

    /// <summary>A shape that the operator does not accept.</summary>
    public static MemtiException Shape(NodeScope scope, string value, string permitted) =>
        Of(
            NetworkCodes.OnnxShape,
            scope.Node.Shown,
            $"node '{scope.Node.Shown}' ({scope.Shown}): {value}; permitted: {permitted}.",
            value,
            permitted);

    /// <summary>An invalid shape of an input or stored tensor.</summary>
    public static MemtiException Tensor(string name, string value, string permitted) =>
        Of(NetworkCodes.OnnxShape, name, $"tensor '{name}' has {value}; permitted: {permitted}.", value, permitted);

    /// <summary>An inconsistent graph.</summary>
    public static MemtiException Graph(string key, string value, string permitted) =>
        Of(NetworkCodes.OnnxGraph, key, $"'{key}': {value}; permitted: {permitted}.", value, permitted);

    /// <summary>What is said of an input and does not fit.</summary>
    public static MemtiException Input(string key, string value, string permitted) =>
        Of(NetworkCodes.OnnxInput, key, $"'{key}': {value}; permitted: {permitted}.", value, permitted);

    /// <summary>A graph that needs more steps than a file may ask for.</summary>
    public static MemtiException TooLarge(string key, string value, string permitted) =>
        Of(NetworkCodes.NetworkTooLarge, key, $"'{key}': {value}; permitted: {permitted}.", value, permitted);

    /// <summary>A layer whose sizes violate a rule.</summary>
    public static MemtiException Layer(NodeScope scope, RowError fault) =>
        Of(
            fault.Code,
            scope.Node.Shown,
            $"node '{scope.Node.Shown}' ({scope.Shown}): {(fault.Key.Length == 0 ? "it is" : $"'{fault.Key}' is")} {fault.Value}; "
                + $"permitted: {fault.Permitted}.",
            fault.Value,
            fault.Permitted);

    private static MemtiException Of(string code, string key, string message, string value, string permitted) =>
        new(new Diagnostic(code, message) { Key = key, Value = value, Permitted = permitted });
}
