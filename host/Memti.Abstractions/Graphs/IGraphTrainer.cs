using Memti.Abstractions.Training;

namespace Memti.Abstractions.Graphs;

/// <summary>A trainer of a <see cref="NetworkGraph"/>, which gives the values of its parameters.</summary>
public interface IGraphTrainer : ITrainer
{
    /// <summary>Reads the values that the network computes with: those of the codes where <see cref="ITrainer.OverrideCodes"/> replaced
    /// them, else the present values. A replaced batch norm has mean 0, variance 1 - epsilon, and its codes as scale and shift.</summary>
    /// <param name="parameter">Name of a parameter of the graph, or <c>input.mean</c> or <c>input.std</c>: mean and deviation of each
    /// channel on the scale 0 to 255, by which pixels become inputs; 0 and 1 when nothing says them.</param>
    /// <param name="values">Receives all values in row-major order.</param>
    /// <exception cref="ArgumentException">The graph has no such parameter, or another number of values.</exception>
    void ReadValues(string parameter, Span<float> values);
}
