using Microsoft.OpenApi;

namespace IomSessions.Server.Http;

/// <summary>How a call says what it is for and what it takes and answers; the document says no more than the call does.</summary>
internal static class ApiWords
{
    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder call, string summary) => call.WithSummary(summary).Produces<T>();

    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder call, string summary, string type) =>
        call.WithSummary(summary).Produces<T>(StatusCodes.Status200OK, type);

    public static RouteHandlerBuilder AnswersNothing(this RouteHandlerBuilder call, string summary) =>
        call.WithSummary(summary).Produces(StatusCodes.Status204NoContent);

    /// <summary>With the bytes of a file that is made for the caller.</summary>
    public static RouteHandlerBuilder AnswersBytes(this RouteHandlerBuilder call, string summary, string type) =>
        call.WithSummary(summary).AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Responses ??= [];
            operation.Responses["200"] = Bytes("The file, as an attachment.", type);
            return Task.CompletedTask;
        });

    /// <summary>With the bytes of a file, of its own type.</summary>
    public static RouteHandlerBuilder AnswersFile(this RouteHandlerBuilder call, string summary) =>
        call.WithSummary(summary).AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Responses ??= [];
            operation.Responses["200"] = Bytes("The whole file, as an attachment.");
            operation.Responses["206"] = Bytes("The part that the header Range asked for.");
            operation.Responses["416"] = new OpenApiResponse { Description = "The file has no such part." };
            return Task.CompletedTask;
        });

    /// <summary>Takes the bytes of a file; its name stands in a header.</summary>
    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder call) =>
        call.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Description = "The file, as it is.",
                Content = new Dictionary<string, OpenApiMediaType> { ["application/octet-stream"] = new OpenApiMediaType() },
            };
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = "Content-Disposition",
                In = ParameterLocation.Header,
                Required = true,
                Description = "attachment; filename*=UTF-8''… (RFC 6266)",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
            return Task.CompletedTask;
        });

    private static OpenApiResponse Bytes(string description, string type = "*/*") => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType> { [type] = new OpenApiMediaType() },
    };
}
