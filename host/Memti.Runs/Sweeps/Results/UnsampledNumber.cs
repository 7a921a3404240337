using Memti.Abstractions.Parameters;

namespace Memti.Runs.Sweeps.Results;

/// <summary>A fitted or assumed number that is not drawn from, because nothing states its range.</summary>
/// <param name="Number">The number, such as <c>dram.efficiency</c>.</param>
/// <param name="Value">Its value, as a file would say it.</param>
/// <param name="Status">How well it is known.</param>
public sealed record UnsampledNumber(string Number, string Value, NumberStatus Status);
