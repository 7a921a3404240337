using Memti.Plugins.Adapters.Tests.Tensors.Reference;
using Memti.Tensors.Networks;
using Memti.Tensors.Values;

namespace Memti.Plugins.Adapters.Tests.Tensors.Networks;

/// <summary>
/// Gradients of the engine against central differences of the reference network, along a random direction of each tensor.
/// </summary>
public sealed class GradientTests
{
    private const double Step = 1e-7;

    [Theory]
    [InlineData(AdapterWiring.None, Learning.Everything, 0.25, 16, 1)]
    [InlineData(AdapterWiring.None, Learning.TaskSpecific, 0.25, 16, 1)]
    [InlineData(AdapterWiring.Parallel, Learning.Everything, 0.25, 16, 1)]
    [InlineData(AdapterWiring.Parallel, Learning.TaskSpecific, 0.25, 16, 2)]
    [InlineData(AdapterWiring.Parallel, Learning.TaskSpecific, 0.09375, 24, 1)]
    [InlineData(AdapterWiring.Parallel, Learning.Everything, 0.5, 8, 1)]
    [InlineData(AdapterWiring.Series, Learning.Everything, 0.25, 16, 1)]
    [InlineData(AdapterWiring.Series, Learning.TaskSpecific, 0.25, 16, 1)]
    public void Gradients_are_those_of_the_reference(AdapterWiring adapters, Learning learning, double width, int pixels, int blocks)
    {
        ResidualNetworkOptions options = Sample.Options(adapters, learning) with
        {
            Width = width,
            Pixels = pixels,
            BlocksPerStage = blocks
        };
        using ResidualNetwork network = new(options);
        Sample.Disturb(network);
        float[] images = Sample.Images(options, 5);
        int[] labels = Sample.Labels(options, 5);
        ReferenceNetwork reference = new(network);
        network.LoadImages(images);
        network.Forward(train: true);
        network.Loss(labels).Mean.ShouldBe(Naive.Loss(reference.Logits(images, train: true), labels), 1e-5);
        network.Backward();
        foreach (NetworkTensor tensor in network.Tensors.Where(static tensor => tensor.IsTrained))
            Compare(tensor, reference, images, labels);
    }

    private static void Compare(NetworkTensor tensor, ReferenceNetwork reference, float[] images, int[] labels)
    {
        float[] gradient = Sample.Gradient(tensor);
        double norm = Math.Sqrt(gradient.Sum(static value => (double)value * value));
        Random random = new(tensor.Name.Length);
        double[] direction = [.. gradient.Select(_ => random.NextDouble() - 0.5)];
        double length = Math.Sqrt(direction.Sum(static value => value * value));
        double slope = direction.Zip(gradient, static (d, g) => d * g).Sum() / length;
        double difference = Difference(reference, tensor.Name, [.. direction.Select(value => value / length)], images, labels);
        Math.Abs(slope - difference).ShouldBeLessThan(
            1e-4 * Math.Max(norm, 1e-3), $"{tensor.Name}: {slope} against {difference}, norm {norm}");
    }

    private static double Difference(ReferenceNetwork reference, string name, double[] direction, float[] images, int[] labels)
    {
        double[] values = reference.Tensors[name];
        double At(double step)
        {
            reference.Tensors[name] = [.. values.Zip(direction, (value, slope) => value + (step * slope))];
            return Naive.Loss(reference.Logits(images, train: true), labels);
        }

        double difference = (At(Step) - At(-Step)) / (2 * Step);
        reference.Tensors[name] = values;
        return difference;
    }
}
