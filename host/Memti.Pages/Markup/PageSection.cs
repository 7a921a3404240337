namespace Memti.Pages.Markup;

/// <summary>A section of a page.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Title">Its title.</param>
/// <param name="Body">What is in it.</param>
internal sealed record PageSection(string Id, string Title, Html Body);
