namespace Memti.Plugins.Nvdla.Tests;

public sealed class AtomicCubeTests
{
    [Theory]
    [InlineData(32, 8, 4)]
    [InlineData(64, 8, 8)] // nvdla/hw, spec/defs: nv_small
    [InlineData(128, 16, 8)]
    [InlineData(256, 16, 16)]
    [InlineData(512, 32, 16)]
    [InlineData(1024, 32, 32)] // nv_medium_1024_full
    [InlineData(2048, 64, 32)] // nv_large, nv_full
    public void The_array_has_the_channels_and_kernels_of_its_size(int macs, int channels, int kernels) =>
        AtomicCube.Of(macs).ShouldBe(new AtomicCube(channels, kernels));

    [Fact]
    public void In_a_cycle_the_buffer_gives_a_cube_and_a_sixteenth_of_the_weights() =>
        AtomicCube.Of(1024).BufferBytesPerCycle.ShouldBe(32 + (1024 / 16));
}
