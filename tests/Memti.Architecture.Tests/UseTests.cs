using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Memti.Architecture.Tests;

/// <summary>What tests alone name is no part of the product.</summary>
public sealed class UseTests
{
    private static readonly Lazy<Source[]> Sources = new(static () =>
        [.. ((string[])["host", "plugins", "build"]).SelectMany(static folder => Read(RepositoryFiles.Of(folder)))]);

    [Theory]
    [InlineData("host/Memti.Simulation")]
    [InlineData("plugins/nvdla/Device")]
    [InlineData("plugins/imc-cluster/Device")]
    public void Every_type_is_named_in_another_file_of_the_product(string folder)
    {
        string top = RepositoryFiles.Of(folder) + Path.DirectorySeparatorChar;
        Source[] own = [.. Sources.Value.Where(source => source.File.StartsWith(top, StringComparison.Ordinal))];
        own.ShouldNotBeEmpty();
        own.SelectMany(source => source.Types.Where(type => !IsNamed(type, source.File))).ShouldBeEmpty();
    }

    private static bool IsNamed(string type, string file) =>
        Sources.Value.Any(source => source.File != file && source.Names.Contains(type));

    private static IEnumerable<Source> Read(string folder) => Directory
        .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj"]).Any())
        .Select(static file => Read(file, (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot()));

    private static Source Read(string file, CompilationUnitSyntax unit) => new(
        file,
        [
            .. unit.Members.OfType<BaseNamespaceDeclarationSyntax>().SelectMany(static room => room.Members)
                .OfType<BaseTypeDeclarationSyntax>().Select(static type => type.Identifier.Text),
            .. unit.Members.OfType<BaseNamespaceDeclarationSyntax>().SelectMany(static room => room.Members)
                .OfType<DelegateDeclarationSyntax>().Select(static type => type.Identifier.Text),
        ],
        [.. unit.DescendantNodes().OfType<SimpleNameSyntax>().Select(static name => name.Identifier.Text)]);

    private sealed record Source(string File, string[] Types, HashSet<string> Names);
}
