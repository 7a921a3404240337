namespace Memti.Arrays.Circuits;

/// <summary>Capacitances of a gate in F.</summary>
/// <param name="Input">Capacitance of one input.</param>
/// <param name="Output">Capacitance of the output drain.</param>
internal readonly record struct GateLoad(double Input, double Output);
