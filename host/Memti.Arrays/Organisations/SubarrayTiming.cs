namespace Memti.Arrays.Organisations;

/// <summary>Times of one access to a sub-array in s, from the predecoded address to the data.</summary>
/// <param name="RowDecoder">Until the word line is up.</param>
/// <param name="ColumnDecoder">Until the slowest multiplexer is switched.</param>
/// <param name="Bitline">Until the bit line differs enough.</param>
/// <param name="Sense">The sense amplifiers.</param>
/// <param name="Multiplexers">All multiplexers together.</param>
/// <param name="Charge">Until the bit line is charged for writing.</param>
/// <param name="Read">A whole read.</param>
/// <param name="Write">A whole write.</param>
/// <param name="Set">A write of low resistance.</param>
/// <param name="Reset">A write of high resistance.</param>
internal readonly record struct SubarrayTiming(
    double RowDecoder, double ColumnDecoder, double Bitline, double Sense, double Multiplexers, double Charge, double Read, double Write, double Set, double Reset);
