using Memti.Runs.Reports;

namespace Memti.EndToEnd.Tests;

/// <summary>The cause `compute` of a whole run: operations of the network, whatever the energy model.</summary>
public sealed class ComputeEnergyTests
{
    private static readonly Lazy<Dictionary<string, DesignReport>> Base = new(static () => Pipeline.Paper("workload.duration_s=1"));

    [Fact]
    public void It_is_the_same_under_both_models_and_the_rest_of_the_accelerator_is_clock()
    {
        Dictionary<string, DesignReport> operations = Pipeline.Paper("workload.duration_s=1", "accelerator.energy_model=per_operation");
        foreach ((string name, DesignReport design) in Base.Value)
        {
            Cause(operations[name], "compute").ShouldBe(Cause(design, "compute"), 1e-12);
            design.Energy.Where(static post => post.Component == "nvdla").Select(static post => post.Cause).Distinct()
                .ShouldBeSubsetOf(["compute", "clock", "off", "wake_up"]);
            design.Energy.ShouldAllBe(static post => post.MillijoulesPerFrame >= 0);
        }
    }

    [Fact]
    public void Neither_the_share_of_the_clock_nor_the_time_awake_moves_it()
    {
        Dictionary<string, DesignReport> free = Pipeline.Paper("workload.duration_s=1", "accelerator.idle_share=0", "workload.fps=10");
        foreach ((string name, DesignReport design) in Base.Value)
            Cause(free[name], "compute").ShouldBe(Cause(design, "compute"), 1e-12);
    }

    [Theory]
    [InlineData("all-dram")]
    [InlineData("all-sram")]
    public void An_engine_that_is_always_on_takes_its_average_power_at_work_and_its_share_between(string name)
    {
        DesignReport design = Base.Value[name];
        double busySeconds = design.Tasks.Sum(static task => task.InferenceMs) / 1000;
        double milliwatts = 143 * 1.5;
        double expected = (milliwatts * busySeconds) + (0.95 * milliwatts * ((1.0 / 30) - busySeconds));
        design.Energy.Where(static post => post.Component == "nvdla").Sum(static post => post.MillijoulesPerFrame).ShouldBe(expected, 1e-6);
    }

    [Fact]
    public void It_is_what_a_hand_calculation_of_the_plain_network_gives()
    {
        double picojoules = Plain(100) + Plain(43) + Plain(101); // classes of cifar100, gtsrb and ucf101
        Cause(Base.Value["all-dram"], "compute").ShouldBe(picojoules * 1e-9, 1e-9);
    }

    /// <summary>ResNet-26 at 64 x 64 for one task: energy of its operations in pJ at 16 nm, x 1.5 as calibrated.</summary>
    private static double Plain(int classes)
    {
        Operations sum = Convolution(3, 32, 64, winograd: true, adds: false);
        for ((int channels, int px) = (64, 32); channels <= 256; (channels, px) = (2 * channels, px / 2))
        {
            sum += Pooling(channels / 2, px, 4, 4 * px * px * (channels / 2), parameters: 0);
            sum += Convolution(channels / 2, channels, px, winograd: false, adds: false, inputPixels: 4 * px * px);
            for (int layer = 2; layer <= 8; layer++)
                sum += Convolution(channels, channels, px, winograd: true, adds: layer % 2 == 0);
        }

        sum += Pooling(256, 1, 64, 64 * 256, parameters: 512);
        double weights = 257.0 * classes;
        sum += new Operations(256.0 * classes, 8 * Math.Ceiling(classes / 32.0), 256 + weights, classes, 0, 256 + weights + classes);
        return 1.5 * sum.Picojoules;
    }

    /// <summary>3x3 kernels with their batch norm on 32 x 32 multipliers.</summary>
    private static Operations Convolution(int channels, int kernels, int px, bool winograd, bool adds, int? inputPixels = null)
    {
        double gain = winograd ? 2.25 : 1;
        double outputs = (double)kernels * px * px;
        double read = (channels * (inputPixels ?? px * px)) + (9.0 * channels * kernels) + (2 * kernels);
        return new Operations(
            9 * channels * outputs / gain,
            Math.Ceiling(channels / 32.0) * Math.Ceiling(kernels / 32.0) * 9 * px * px / gain,
            read,
            outputs * (adds ? 2 : 1),
            0,
            read + outputs + (adds ? outputs : 0));
    }

    private static Operations Pooling(int channels, int px, int window, double input, double parameters) =>
        new(0, 0, 0, 0, (double)channels * px * px * window, input + parameters + (channels * px * px));

    private static double Cause(DesignReport design, string cause) =>
        design.Energy.Where(post => post.Cause == cause).Sum(static post => post.MillijoulesPerFrame);

    /// <summary>What is counted of a layer; shares nothing with the product.</summary>
    private sealed record Operations(double Products, double Cycles, double Filled, double Processed, double Pooled, double Moved)
    {
        // 45 nm at 0.9 V to 16 nm at 0.8 V.
        private const double FromHorowitz = 16.0 / 45 * 0.64 / 0.81;

        public double Picojoules =>
            (((0.3 * Products) + (1.25 * (Filled + (96 * Cycles))) + (3.2 * Processed) + (0.03 * Pooled)) * FromHorowitz) + (0.64 * Moved);

        public static Operations operator +(Operations one, Operations other) => new(
            one.Products + other.Products,
            one.Cycles + other.Cycles,
            one.Filled + other.Filled,
            one.Processed + other.Processed,
            one.Pooled + other.Pooled,
            one.Moved + other.Moved);
    }
}
