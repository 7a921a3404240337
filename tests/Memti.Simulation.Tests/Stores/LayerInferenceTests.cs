using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Firmware;
using Memti.Simulation.Runs;

namespace Memti.Simulation.Tests.Stores;

/// <summary>Inferences in parts.</summary>
public sealed class LayerInferenceTests
{
    private readonly StoreBench _bench = new();

    [Fact]
    public void All_parts_together_are_the_inference()
    {
        SimulationResult whole = _bench.Run(static async soc =>
        {
            await soc.Load(0);
            await soc.Infer(0);
        });
        SimulationResult parts = _bench.Run(static async soc =>
        {
            await soc.Load(0);
            await soc.Layers!.Infer(0, 0, 1);
            await soc.Layers.Infer(0, 1, 2);
        });
        parts.Energy.Joules.ShouldBe(whole.Energy.Joules, 1e-12 * whole.Energy.Joules);
        parts.Ledger.Select(static posting => (posting.Component, posting.Cause)).ShouldBe(
            whole.Ledger.Select(static posting => (posting.Component, posting.Cause)));
        (parts.Inferences[0], parts.Picoseconds).ShouldBe((whole.Inferences[0], whole.Picoseconds));
    }

    [Fact]
    public void Features_that_were_read_may_be_put_back_after_they_were_lost()
    {
        SimulationResult run = _bench.Run(static async soc =>
        {
            byte[] features = new byte[soc.Layers!.FeatureBytes];
            await soc.Load(0);
            await soc.Layers.Infer(0, 0, 2);
            await soc.Layers.ReadFeatures(features);
            await soc.PowerDown(retain: false);
            await soc.Wake();
            await soc.Load(0);
            await soc.Layers.WriteFeatures(features);
            await soc.Layers.Infer(0, 2, 1);
        });
        run.Inferences[0].ShouldBe(1);
    }

    [Fact]
    public void A_part_has_the_features_of_the_part_before() => Refused(static async soc =>
    {
        await soc.Layers!.Infer(0, 0, 1);
        await soc.Layers.Infer(0, 2, 1);
    });

    [Fact]
    public void Features_die_with_the_power_of_their_memory() => Refused(static async soc =>
    {
        await soc.Layers!.Infer(0, 0, 1);
        await soc.PowerDown(retain: false);
        await soc.Wake();
        await soc.Load(0);
        await soc.Layers.Infer(0, 1, 1);
    });

    [Fact]
    public void Another_inference_replaces_the_features() => Refused(static async soc =>
    {
        await soc.Layers!.Infer(0, 0, 1);
        await soc.Infer(0);
        await soc.Layers.Infer(0, 1, 1);
    });

    [Fact]
    public void Torn_features_are_refused() => Refused(static async soc =>
    {
        byte[] features = new byte[soc.Layers!.FeatureBytes];
        await soc.Layers.Infer(0, 0, 1);
        await soc.Layers.ReadFeatures(features);
        features[500] ^= 1;
        await soc.Layers.WriteFeatures(features);
    });

    [Fact]
    public void There_are_no_features_before_the_first_layer() =>
        Refused(static async soc => await soc.Layers!.ReadFeatures(new byte[soc.Layers.FeatureBytes]));

    [Theory]
    [InlineData(0, 4)]
    [InlineData(0, 0)]
    [InlineData(-1, 1)]
    [InlineData(3, 1)]
    public void Layers_beyond_those_of_the_task_are_refused(int first, int count) =>
        Refused(async soc => await soc.Layers!.Infer(0, first, count));

    private void Refused(Func<ISystemOnChip, ValueTask> script) => Should.Throw<MemtiException>(() => _bench.Run(async soc =>
    {
        await soc.Load(0);
        await script(soc);
    })).Diagnostic.Code.ShouldBe(DiagnosticCode.IllegalOperation);
}
