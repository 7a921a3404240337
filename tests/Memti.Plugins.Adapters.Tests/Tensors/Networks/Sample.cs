using Memti.Tensors.Networks;
using Memti.Tensors.Values;

namespace Memti.Plugins.Adapters.Tests.Tensors.Networks;

/// <summary>Small networks and batches.</summary>
internal static class Sample
{
    public static ResidualNetworkOptions Options(
        AdapterWiring adapters = AdapterWiring.Parallel, Learning learning = Learning.TaskSpecific) => new()
        {
            Width = 0.25,
            Pixels = 16,
            Classes = 5,
            BlocksPerStage = 1,
            Adapters = adapters,
            Learning = learning,
            Batch = 6,
            Seed = 11,
        };

    public static float[] Images(ResidualNetworkOptions options, int count, int seed = 5)
    {
        Random random = new(seed);
        float[] images = new float[count * options.Pixels * options.Pixels * 3];
        for (int i = 0; i < images.Length; i++)
            images[i] = (float)((random.NextDouble() * 3) - 1.5);
        return images;
    }

    public static int[] Labels(ResidualNetworkOptions options, int count) =>
        [.. Enumerable.Range(0, count).Select(i => i * 7 % options.Classes)];

    /// <summary>Moves factors, offsets and running statistics away from ones and zeros, so that a mix-up shows.</summary>
    public static void Disturb(ResidualNetwork network)
    {
        Random random = new(3);
        foreach (NetworkTensor tensor in network.Tensors.Where(static tensor => tensor.Shape.Count == 1))
        {
            float[] values = Read(tensor);
            for (int i = 0; i < values.Length; i++)
                values[i] += (float)((random.NextDouble() - 0.5) * 0.6);
            tensor.Write(values);
        }
    }

    public static float[] Read(NetworkTensor tensor)
    {
        float[] values = new float[tensor.Count];
        tensor.Read(values);
        return values;
    }

    public static float[] Gradient(NetworkTensor tensor)
    {
        float[] values = new float[tensor.Count];
        tensor.ReadGradient(values);
        return values;
    }

    /// <summary>One step of training; returns the loss before it.</summary>
    public static double Train(ResidualNetwork network, ReadOnlySpan<float> images, ReadOnlySpan<int> labels, double rate)
    {
        network.LoadImages(images);
        network.Forward(train: true);
        BatchLoss loss = network.Loss(labels);
        network.Backward();
        network.Step(rate);
        return loss.Mean;
    }

    /// <summary>All values of a network, one after the other.</summary>
    public static float[] Everything(ResidualNetwork network) => [.. network.Tensors.SelectMany(Read)];
}
