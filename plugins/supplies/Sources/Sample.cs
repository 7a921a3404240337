namespace Memti.Plugins.Supplies.Sources;

/// <summary>A sample of a recording: it holds until the next one.</summary>
/// <param name="Seconds">Its time.</param>
/// <param name="Volts">Voltage of the working point; 0 where the recording has none.</param>
/// <param name="Watts">Power, or irradiance on a square metre in W, before panel and tracking.</param>
/// <param name="Line">Line of the file, or number of the sample.</param>
internal readonly record struct Sample(double Seconds, double Volts, double Watts, long Line);
