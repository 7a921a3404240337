namespace Memti.Tensors.Networks;

/// <summary>
/// Random initial values of parameters. They depend only on the seed and the name of a parameter, so that adding one changes no other, and
/// every engine starts from the same network.
/// </summary>
public static class InitialValues
{
    /// <summary>Kernels and adapters: N(0, 2 / (rows x columns x outputs)). Adapters do not start at zero.</summary>
    /// <param name="seed">Seed of the training.</param>
    /// <param name="name">Name of the parameter.</param>
    /// <param name="shape">Shape [outputs, inputs] or [outputs, inputs, rows, columns].</param>
    /// <remarks>srebuffi/residual_adapters, commit 5c51aa3.</remarks>
    public static float[] Kernel(ulong seed, string name, IReadOnlyList<int> shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        RandomStream random = new(seed, name);
        double deviation = Math.Sqrt(2.0 / (shape[0] * shape.Skip(2).Aggregate(1, static (product, size) => product * size)));
        float[] values = new float[shape.Aggregate(1, static (product, size) => product * size)];
        for (int index = 0; index < values.Length; index++)
            values[index] = (float)(random.Normal() * deviation);
        return values;
    }

    /// <summary>Weights and offsets of classifiers: uniform within 1 / sqrt(features).</summary>
    /// <param name="seed">Seed of the training.</param>
    /// <param name="name">Name of the parameter.</param>
    /// <param name="count">Number of values.</param>
    /// <param name="features">Number of features that the classifier reads.</param>
    /// <remarks>PyTorch's default for linear layers, weights and offsets alike.</remarks>
    public static float[] Classifier(ulong seed, string name, int count, int features)
    {
        RandomStream random = new(seed, name);
        double bound = 1 / Math.Sqrt(features);
        float[] values = new float[count];
        for (int index = 0; index < values.Length; index++)
            values[index] = (float)(((2 * random.Uniform()) - 1) * bound);
        return values;
    }
}
