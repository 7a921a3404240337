using Memti.Abstractions.Cells;
using Memti.Plugins.Adapters.Tests.Tensors.Networks;
using Memti.Tensors.Fluctuation;
using Memti.Tensors.Kernels;
using Memti.Tensors.Networks;
using Memti.Tensors.Values;

namespace Memti.Plugins.Adapters.Tests.Tensors.Fluctuation;

public sealed class AnalogNetworkTests
{
    private static readonly ResidualNetworkOptions Options =
        Sample.Options(AdapterWiring.None, Learning.Everything) with { AnalogBits = 4, EnergyWeight = 0.1 };

    [Fact]
    public void The_same_bits_for_any_number_of_threads_and_any_kernel()
    {
        float[] one = AfterSteps(Options);

        AfterSteps(Options with { Threads = 2 }).ShouldBe(one);
        AfterSteps(Options with { Threads = 3 }).ShouldBe(one);
        AfterSteps(Options with { Kernel = Kernel.Portable }).ShouldBe(one);
    }

    [Fact]
    public void Levels_learn_only_where_energy_weighs()
    {
        Levels(Options).ShouldContain(static level => level != 0);
        Levels(Options with { EnergyWeight = 0 }).ShouldAllBe(static level => level == 0);
    }

    [Fact]
    public void Another_draw_is_other_noise_and_another_batch_the_same()
    {
        using ResidualNetwork network = Trained(Options);
        float[] images = Sample.Images(Options, 4);
        float[] together = Logits(network, images, draw: 1, first: 0);
        float[] half = Logits(network, images.AsSpan(images.Length / 2).ToArray(), draw: 1, first: 2);

        half.ShouldBe(together[(together.Length / 2)..]);
        Logits(network, images, draw: 1, first: 0).ShouldBe(together);
        Logits(network, images, draw: 2, first: 0).ShouldNotBe(together);
    }

    [Fact]
    public void Coded_inputs_without_noise_compute_nearly_what_a_digital_network_does()
    {
        using ResidualNetwork network = Trained(Options with { AnalogBits = 8 }, amplitude: 0);
        using ResidualNetwork digital = new(Options with { AnalogBits = 0, EnergyWeight = 0 });
        foreach (NetworkTensor tensor in digital.Tensors)
            tensor.Write(Sample.Read(network[tensor.Name]));
        float[] images = Sample.Images(Options, 4);
        float[] expected = new float[4 * Options.Classes];
        digital.Infer(images, expected);
        float[] logits = Logits(network, images, 0, 0);

        for (int index = 0; index < logits.Length; index++)
            logits[index].ShouldBe(expected[index], 0.1f * Math.Max(1, expected.Max(Math.Abs)));
        logits.ShouldNotBe(expected);
    }

    [Fact]
    public void Adapters_have_no_analogue_form() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new ResidualNetwork(Options with { Adapters = AdapterWiring.Parallel }));

    private static float[] Levels(ResidualNetworkOptions options)
    {
        using ResidualNetwork network = Trained(options);
        return Sample.Read(network["analog.log_read_levels"]);
    }

    private static float[] AfterSteps(ResidualNetworkOptions options)
    {
        using ResidualNetwork network = Trained(options);
        return Sample.Everything(network);
    }

    private static ResidualNetwork Trained(ResidualNetworkOptions options, double amplitude = 0.1)
    {
        ResidualNetwork network = new(options);
        Use(network, amplitude);
        for (uint step = 0; step < 4; step++)
        {
            network.PlaceReads(step, 0);
            Sample.Train(network, Sample.Images(options, 5), Sample.Labels(options, 5), 0.05);
        }

        return network;
    }

    private static void Use(ResidualNetwork network, double amplitude) => network.Use(new AnalogReading
    {
        Variance = InputDecomposition.Variance(network.Options.AnalogBits, decomposed: true),
        Energy = InputDecomposition.Pulses(network.Options.AnalogBits, decomposed: true),
        Amplitude = amplitude,
        Seed = 3,
    });

    private static float[] Logits(ResidualNetwork network, float[] images, uint draw, uint first)
    {
        float[] logits = new float[images.Length / network.ImageSize * network.Options.Classes];
        network.LoadImages(images);
        network.PlaceReads(draw, first);
        network.Forward(train: false);
        network.ReadLogits(logits);
        return logits;
    }
}
