using Memti.Runs.Sweeps.Documents;
using Memti.Runs.Sweeps.Samples;

namespace Memti.Runs.Tests.Sweeps;

public sealed class SampleTests
{
    // The first points of two dimensions in Gray code, as Joe and Kuo's own program prints them (origin first).
    private static readonly (double, double)[] Published =
    [
        (0, 0), (0.5, 0.5), (0.75, 0.25), (0.25, 0.75), (0.375, 0.375), (0.875, 0.875), (0.625, 0.125), (0.125, 0.625), (0.1875, 0.3125),
        (0.6875, 0.8125), (0.9375, 0.0625),
    ];

    [Fact]
    public void A_Sobol_sequence_is_the_published_one()
    {
        var sobol = new SobolSequence(2);
        Enumerable.Range(0, Published.Length)
            .Select(point => (sobol.At((uint)point, 0) / 4294967296.0, sobol.At((uint)point, 1) / 4294967296.0))
            .ShouldBe(Published);
    }

    [Fact]
    public void Each_dimension_of_a_Sobol_sequence_has_one_point_in_each_stratum()
    {
        const int Points = 1024;
        var sobol = new SobolSequence(SobolSequence.MostDimensions);
        for (int dimension = 0; dimension < SobolSequence.MostDimensions; dimension++)
            Enumerable.Range(0, Points).Select(point => sobol.At((uint)point, dimension) >> 22).Distinct().Count().ShouldBe(Points);
    }

    [Fact]
    public void No_two_dimensions_of_a_Sobol_sequence_are_the_same()
    {
        var sobol = new SobolSequence(SobolSequence.MostDimensions);
        Enumerable.Range(0, SobolSequence.MostDimensions)
            .Select(dimension => string.Join(',', Enumerable.Range(0, 256).Select(point => sobol.At((uint)point, dimension))))
            .ShouldBeUnique();
    }

    [Fact]
    public void A_Latin_hypercube_has_one_point_in_each_stratum_of_each_axis()
    {
        var plan = new SamplePlan(new SampleSpec(SampleMethod.LatinHypercube, 100, 7), 5);
        for (int axis = 0; axis < 5; axis++)
            Enumerable.Range(0, 100).Select(point => (int)(plan.At(point, axis) * 100)).Order().ShouldBe(Enumerable.Range(0, 100));
    }

    [Theory]
    [InlineData(SampleMethod.Random)]
    [InlineData(SampleMethod.LatinHypercube)]
    [InlineData(SampleMethod.Sobol)]
    public void A_seed_decides_the_points(SampleMethod method)
    {
        double[] Draw(long seed)
        {
            var plan = new SamplePlan(new SampleSpec(method, 50, seed), 3);
            return [.. Enumerable.Range(0, 150).Select(index => plan.At(index / 3, index % 3))];
        }

        double[] points = Draw(1);
        points.ShouldAllBe(static share => share >= 0 && share < 1);
        Draw(1).ShouldBe(points);
        Draw(2).ShouldNotBe(points);
    }
}
