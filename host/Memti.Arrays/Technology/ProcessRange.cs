using Memti.Abstractions.Diagnostics;

namespace Memti.Arrays.Technology;

/// <summary>Range of nodes and temperatures that the transistor tables cover.</summary>
internal static class ProcessRange
{
    /// <summary>Refuses nodes and temperatures outside the tables.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.NoArray"/>.</exception>
    public static void Check(int nodeNanometres, double temperatureKelvin)
    {
        IReadOnlyList<int> nodes = TransistorTable.Nodes;
        if (nodeNanometres < nodes[0] || nodeNanometres > nodes[^1])
            throw Refuse("node_nm", nodeNanometres, $"{nodes[0]} to {nodes[^1]}");
        (int lowest, int highest) = TransistorTable.Temperatures;
        // Negated, so that NaN is refused too.
        if (!(temperatureKelvin >= lowest && temperatureKelvin <= highest))
            throw Refuse("temperature_k", temperatureKelvin, $"{lowest} to {highest}");
    }

    private static MemtiException Refuse(string key, double value, string permitted) => new(new Diagnostic(
        DiagnosticCode.NoArray,
        FormattableString.Invariant($"no transistors are tabulated for {key} {value}; permitted: {permitted}."))
    {
        Key = key,
        Value = FormattableString.Invariant($"{value}"),
        Permitted = permitted,
    });
}
