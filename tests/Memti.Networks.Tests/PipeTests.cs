namespace Memti.Networks.Tests;

public sealed class PipeTests
{
    [Theory]
    [InlineData(".csv")]
    [InlineData(".yaml")]
    [InlineData(".json")]
    [InlineData(".onnx")]
    public void A_link_to_a_pipe_is_a_finding_and_no_wait(string extension)
    {
        using TemporaryFolder folder = new();
        if (NamedPipe.LinkTo(folder.Root, extension) is { } link)
            NetworkFile.Examine(link).Findings.ShouldNotBeEmpty();
    }
}
