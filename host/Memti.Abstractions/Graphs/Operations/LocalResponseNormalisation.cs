namespace Memti.Abstractions.Graphs.Operations;

/// <summary>
/// y = x / (bias + alpha / size * s) ^ beta, where s sums the squares over neighbouring channels, from floor((size - 1) / 2) before to
/// ceil((size - 1) / 2) behind. Input: map [channels, height, width].
/// </summary>
/// <param name="Size">Channels that are summed, at least 1.</param>
/// <param name="Alpha">Factor of the squares.</param>
/// <param name="Beta">Exponent.</param>
/// <param name="Bias">Added to the squares.</param>
public sealed record LocalResponseNormalisation(int Size, double Alpha, double Beta, double Bias) : GraphOperation;
