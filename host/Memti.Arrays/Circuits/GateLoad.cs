namespace Memti.Arrays.Circuits;

/// <summary>Capacitance of a gate's input and of its output drain in F.</summary>
internal readonly record struct GateLoad(double Input, double Output);
