using Memti.Plugins.Adapters.Tests.Tensors.Reference;
using Memti.Tensors.Formats;
using Memti.Tensors.Kernels;
using Memti.Tensors.Networks;
using Memti.Tensors.Values;

namespace Memti.Plugins.Adapters.Tests.Tensors.Networks;

public sealed class NetworkTests
{
    [Theory]
    [InlineData(AdapterWiring.None)]
    [InlineData(AdapterWiring.Parallel)]
    [InlineData(AdapterWiring.Series)]
    public void Evaluation_uses_the_running_statistics(AdapterWiring adapters)
    {
        ResidualNetworkOptions options = Sample.Options(adapters);
        using ResidualNetwork network = new(options);
        Sample.Disturb(network);
        float[] images = Sample.Images(options, 8);
        float[] logits = new float[8 * options.Classes];
        network.Infer(images, logits);
        AreClose(logits, new ReferenceNetwork(network).Logits(images, train: false));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(72)]
    public void Maps_of_odd_width_are_computed_like_others(int pixels)
    {
        ResidualNetworkOptions options = Sample.Options() with { Pixels = pixels, Width = 0.125 };
        using ResidualNetwork network = new(options);
        float[] images = Sample.Images(options, 5);
        float[] logits = new float[5 * options.Classes];
        network.Infer(images, logits);
        AreClose(logits, new ReferenceNetwork(network).Logits(images, train: false));
    }

    [Theory]
    [InlineData(AdapterWiring.Parallel)]
    [InlineData(AdapterWiring.Series)]
    public void Running_statistics_take_a_tenth_of_the_batch(AdapterWiring adapters)
    {
        ResidualNetworkOptions options = Sample.Options(adapters, Learning.NormStatistics);
        using ResidualNetwork network = new(options);
        ReferenceNetwork reference = new(network);
        float[] images = Sample.Images(options, 6);
        network.LoadImages(images);
        network.Forward(train: true);
        reference.Logits(images, train: true);
        foreach ((string norm, (double[] mean, double[] variance)) in reference.Seen)
        {
            Sample.Read(network[norm + ".running_mean"])
                .Zip(mean)
                .ShouldAllBe(static pair => Math.Abs(pair.First - (0.1 * pair.Second)) < 1e-5);
            Sample.Read(network[norm + ".running_var"])
                .Zip(variance)
                .ShouldAllBe(static pair => Math.Abs(pair.First - 0.9 - (0.1 * pair.Second)) < 1e-5 * (1 + pair.Second));
        }
    }

    [Fact]
    public void Norm_statistics_alone_have_no_gradients()
    {
        ResidualNetworkOptions options = Sample.Options(learning: Learning.NormStatistics);
        using ResidualNetwork network = new(options);
        network.LoadImages(Sample.Images(options, 2));
        network.Forward(train: true);
        network.Loss([0, 1]);
        network.Tensors.ShouldAllBe(static tensor => !tensor.IsTrained);
        Should.Throw<InvalidOperationException>(network.Backward);
    }

    [Theory]
    [InlineData(AdapterWiring.Parallel, Learning.TaskSpecific, 16)]
    [InlineData(AdapterWiring.Parallel, Learning.Everything, 24)]
    [InlineData(AdapterWiring.Series, Learning.Everything, 16)]
    public void The_number_of_threads_changes_no_bit(AdapterWiring adapters, Learning learning, int pixels)
    {
        ResidualNetworkOptions options = Sample.Options(adapters, learning) with { Pixels = pixels };
        float[] one = AfterSteps(options with { Threads = 1 });
        AfterSteps(options with { Threads = 2 }).ShouldBe(one);
        AfterSteps(options with { Threads = 3 }).ShouldBe(one);
    }

    [Theory]
    [InlineData(Kernel.Vector256)]
    [InlineData(Kernel.Portable)]
    public void Kernels_agree_but_for_rounding(Kernel kernel)
    {
        ResidualNetworkOptions options = Sample.Options(learning: Learning.Everything) with { Pixels = 24 };
        using ResidualNetwork fastest = new(options), other = new(options with { Kernel = kernel });
        foreach (ResidualNetwork network in new[] { fastest, other })
        {
            network.LoadImages(Sample.Images(options, 5));
            network.Forward(train: true);
            network.Loss(Sample.Labels(options, 5));
            network.Backward();
        }

        foreach (NetworkTensor tensor in fastest.Tensors.Where(static tensor => tensor.IsTrained))
            IsClose(Sample.Gradient(other[tensor.Name]), Sample.Gradient(tensor), 1e-3);
    }

    [Fact]
    public void A_saved_state_goes_on_to_the_bit()
    {
        ResidualNetworkOptions options = Sample.Options(learning: Learning.Everything);
        float[] images = Sample.Images(options, 6);
        int[] labels = Sample.Labels(options, 6);
        using ResidualNetwork straight = new(options), resumed = new(options with { Seed = 99 });
        using MemoryStream state = new();
        Sample.Train(straight, images, labels, 0.05);
        straight.SaveState(state);
        state.Position = 0;
        resumed.LoadState(state);
        for (int step = 0; step < 2; step++)
            Sample.Train(resumed, images, labels, 0.05).ShouldBe(Sample.Train(straight, images, labels, 0.05));
        Sample.Everything(resumed).ShouldBe(Sample.Everything(straight));
    }

    [Fact]
    public void A_damaged_state_changes_nothing()
    {
        using ResidualNetwork network = new(Sample.Options()), other = new(Sample.Options() with { Classes = 6 });
        using MemoryStream state = new();
        network.SaveState(state);
        float[] before = Sample.Everything(network);
        byte[] damaged = state.ToArray();
        damaged[damaged.Length / 2] ^= 1;
        Should.Throw<TensorFormatException>(() => network.LoadState(new MemoryStream(damaged)));
        Should.Throw<TensorFormatException>(() => network.LoadState(new MemoryStream(state.ToArray()[..^100])));
        Should.Throw<TensorFormatException>(() => network.LoadState(new MemoryStream()));
        Should.Throw<TensorFormatException>(() => other.LoadState(new MemoryStream(state.ToArray())));
        Sample.Everything(network).ShouldBe(before);
    }

    [Theory]
    [InlineData(AdapterWiring.None, Learning.Everything)]
    [InlineData(AdapterWiring.Parallel, Learning.TaskSpecific)]
    [InlineData(AdapterWiring.Series, Learning.TaskSpecific)]
    public void A_small_batch_is_learned_by_heart(AdapterWiring adapters, Learning learning)
    {
        ResidualNetworkOptions options = Sample.Options(adapters, learning) with { Threads = 2 };
        float[] images = Sample.Images(options, 6);
        int[] labels = Sample.Labels(options, 6);
        using ResidualNetwork network = new(options);
        for (int step = 0; step < 40; step++)
            Sample.Train(network, images, labels, 0.05);
        Sample.Train(network, images, labels, 0).ShouldBeLessThan(0.05);
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        ResidualNetworkOptions options = Sample.Options(AdapterWiring.Series, Learning.Everything) with { Threads = 2 };
        float[] images = Sample.Images(options, 6);
        int[] labels = Sample.Labels(options, 6);
        using ResidualNetwork network = new(options);
        Sample.Train(network, images, labels, 0.01);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Sample.Train(network, images, labels, 0.01);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void Frozen_kernels_stay_as_they_are()
    {
        ResidualNetworkOptions options = Sample.Options();
        using ResidualNetwork network = new(options);
        Dictionary<string, float[]> before = network.Tensors.ToDictionary(static tensor => tensor.Name, Sample.Read);
        Sample.Train(network, Sample.Images(options, 6), Sample.Labels(options, 6), 0.1);
        foreach (NetworkTensor tensor in network.Tensors)
            before[tensor.Name].SequenceEqual(Sample.Read(tensor)).ShouldBe(tensor.Role == TensorRole.Convolution, tensor.Name);
    }

    [Theory]
    [InlineData(Learning.TaskSpecific)]
    [InlineData(Learning.Everything)]
    public void A_substitute_is_computed_with_while_steps_move_the_values(Learning learning)
    {
        ResidualNetworkOptions options = Sample.Options(learning: learning);
        float[] images = Sample.Images(options, 6);
        int[] labels = Sample.Labels(options, 6);
        using ResidualNetwork network = new(options), plain = new(options);
        foreach (NetworkTensor tensor in network.Tensors)
        {
            float[] values = Sample.Read(tensor);
            plain[tensor.Name].Write([.. values.Select(Coarse)]);
            tensor.SetEffective([.. values.Select(Coarse)]);
        }

        Forward(network, images).ShouldBe(Forward(plain, images));
        Dictionary<string, float[]> before = network.Tensors.ToDictionary(static tensor => tensor.Name, Sample.Read);
        Sample.Train(network, images, labels, 0.1).ShouldBe(Sample.Train(plain, images, labels, 0.1));
        foreach (NetworkTensor tensor in network.Tensors.Where(static tensor => tensor.IsTrained))
        {
            Sample.Gradient(tensor).ShouldBe(Sample.Gradient(plain[tensor.Name]));
            Sample.Read(tensor).SequenceEqual(before[tensor.Name]).ShouldBeFalse(tensor.Name);
        }

        foreach (NetworkTensor tensor in network.Tensors)
            tensor.ClearEffective();
        foreach (NetworkTensor tensor in network.Tensors)
            plain[tensor.Name].Write(Sample.Read(tensor));
        Forward(network, images).ShouldBe(Forward(plain, images));
    }

    [Fact]
    public void A_step_is_that_of_the_descent_with_decay_and_momentum()
    {
        ResidualNetworkOptions options = Sample.Options(learning: Learning.Everything) with
        {
            Momentum = 0.8,
            WeightDecay = 0.01,
            HeadDecay = 0.02
        };
        using ResidualNetwork network = new(options);
        Dictionary<string, double[]> velocity = [];
        for (int step = 0; step < 2; step++)
        {
            Dictionary<string, float[]> before = network.Tensors.ToDictionary(static tensor => tensor.Name, Sample.Read);
            Sample.Train(network, Sample.Images(options, 6, step), Sample.Labels(options, 6), 0.1);
            foreach (NetworkTensor tensor in network.Tensors.Where(static tensor => tensor.IsTrained))
            {
                double decay = tensor.Role is TensorRole.Convolution or TensorRole.Adapter ? 0.01 : 0.02;
                double[] old = velocity.GetValueOrDefault(
                    tensor.Name, new double[tensor.Count]), values = Array.ConvertAll(before[tensor.Name], static v => (double)v);
                velocity[tensor.Name] = [.. Sample.Gradient(tensor).Select((g, i) => (0.8 * old[i]) + g + (decay * values[i]))];
                Sample.Read(tensor)
                    .Select((value, i) => Math.Abs(value - (values[i] - (0.1 * velocity[tensor.Name][i]))))
                    .Max()
                    .ShouldBeLessThan(2e-6, tensor.Name);
            }
        }
    }

    [Fact]
    public void Bytes_are_normalised_by_mean_and_deviation()
    {
        ResidualNetworkOptions options = Sample.Options();
        using ResidualNetwork network = new(options);
        byte[] bytes = new byte[2 * network.ImageSize];
        new Random(1).NextBytes(bytes);
        float[] mean = [0.5f, 0.4f, 0.3f], deviation = [0.2f, 0.25f, 0.3f];
        float[] images = [.. bytes.Select((value, i) => ((value / 255f) - mean[i % 3]) / deviation[i % 3])];
        network.LoadImages(bytes, mean, deviation);
        network.Forward(train: false);
        float[] logits = new float[2 * options.Classes];
        network.ReadLogits(logits);
        logits.ShouldBe(Forward(network, images));
    }

    [Fact]
    public void Initial_values_have_the_published_spread()
    {
        using ResidualNetwork network = new(new ResidualNetworkOptions { Width = 0.5, Batch = 1, Seed = 4 });
        Spread(network["stage3.block2.conv1.weight"]).ShouldBe(Math.Sqrt(2.0 / (9 * 128)), 1e-3);
        Spread(network["stage3.block2.adapter1.weight"]).ShouldBe(Math.Sqrt(2.0 / 128), 2e-3);
        Sample.Read(network["head.classifier.weight"]).Max(Math.Abs).ShouldBeLessThanOrEqualTo(1 / MathF.Sqrt(128));
        Sample.Read(network["head.bn.weight"]).ShouldAllBe(static value => value == 1);
    }

    [Fact]
    public void One_more_kind_of_tensor_moves_no_other()
    {
        using ResidualNetwork with = new(Sample.Options()), without = new(Sample.Options(AdapterWiring.None));
        foreach (NetworkTensor tensor in without.Tensors)
            Sample.Read(with[tensor.Name]).ShouldBe(Sample.Read(tensor));
    }

    [Fact]
    public void Calls_out_of_order_are_refused()
    {
        ResidualNetworkOptions options = Sample.Options();
        ResidualNetwork network = new(options);
        Should.Throw<InvalidOperationException>(() => network.Forward(train: true));
        network.LoadImages(Sample.Images(options, 2));
        Should.Throw<InvalidOperationException>(() => network.Loss([0, 0]));
        network.Forward(train: false);
        network.Loss([0, 0]);
        Should.Throw<InvalidOperationException>(network.Backward);
        Should.Throw<InvalidOperationException>(() => network.Step(0.1));
        Should.Throw<ArgumentException>(() => network.Loss([0]));
        Should.Throw<ArgumentException>(() => network.Loss([0, options.Classes]));
        Should.Throw<ArgumentException>(() => network.LoadImages(Sample.Images(options, 7)));
        network.Dispose();
        network.Dispose();
        Should.Throw<ObjectDisposedException>(() => network.Forward(train: false));
        Should.Throw<ObjectDisposedException>(() => network.Tensors[0].Read(new float[network.Tensors[0].Count]));
    }

    private static float[] Forward(ResidualNetwork network, float[] images)
    {
        float[] logits = new float[images.Length / network.ImageSize * network.Options.Classes];
        network.Infer(images, logits);
        return logits;
    }

    private static float[] AfterSteps(ResidualNetworkOptions options)
    {
        using ResidualNetwork network = new(options);
        for (int step = 0; step < 2; step++)
            Sample.Train(network, Sample.Images(options, 6 - step), Sample.Labels(options, 6 - step), 0.05);
        return Sample.Everything(network);
    }

    private static float Coarse(float value) => MathF.Round(value * 16) / 16;

    private static double Spread(NetworkTensor tensor) => Math.Sqrt(Sample.Read(tensor).Average(static value => (double)value * value));

    private static void AreClose(float[] logits, double[][] expected) => IsClose(logits, [.. expected.SelectMany(static row => row)], 1e-4);

    private static void IsClose(float[] actual, IReadOnlyList<float> expected, double tolerance) =>
        IsClose(actual, [.. expected.Select(static value => (double)value)], tolerance);

    private static void IsClose(float[] actual, double[] expected, double tolerance)
    {
        double norm = Math.Sqrt(expected.Average(static value => value * value));
        actual.Zip(expected).Max(static pair => Math.Abs(pair.First - pair.Second)).ShouldBeLessThan(tolerance * Math.Max(norm, 1e-4));
    }
}
